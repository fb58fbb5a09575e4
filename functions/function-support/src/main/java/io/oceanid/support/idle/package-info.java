/** What a function does while nobody asks for anything: it gives memory back. */
@NullMarked
package io.oceanid.support.idle;

import org.jspecify.annotations.NullMarked;
