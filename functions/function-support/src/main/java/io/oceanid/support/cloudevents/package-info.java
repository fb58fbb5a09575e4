/** CloudEvents over HTTP, handed whole to a Spring Cloud Function. */
@NullMarked
package io.oceanid.support.cloudevents;

import org.jspecify.annotations.NullMarked;
