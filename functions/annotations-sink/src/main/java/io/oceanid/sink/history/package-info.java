/** What is known of how an annotation came to be as it is. */
@NullMarked
package io.oceanid.sink.history;

import org.jspecify.annotations.NullMarked;
