/** What can go wrong, and the one table that says how it is answered. */
@NullMarked
package io.oceanid.support.failure;

import org.jspecify.annotations.NullMarked;
