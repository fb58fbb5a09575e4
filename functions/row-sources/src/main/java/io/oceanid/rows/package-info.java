/** Rows, and the files they come from. */
@NullMarked
package io.oceanid.rows;

import org.jspecify.annotations.NullMarked;
