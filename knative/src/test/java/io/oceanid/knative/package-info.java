/** What the manifests render to, held against the schemas of its kinds and against the functions. */
@NullMarked
package io.oceanid.knative;

import org.jspecify.annotations.NullMarked;
