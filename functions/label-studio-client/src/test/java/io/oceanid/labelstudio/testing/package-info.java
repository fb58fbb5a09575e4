/** A Label Studio that does as a test tells it. */
@NullMarked
package io.oceanid.labelstudio.testing;

import org.jspecify.annotations.NullMarked;
