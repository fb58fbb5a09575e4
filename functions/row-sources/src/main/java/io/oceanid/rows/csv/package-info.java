/** Tables of separated values. */
@NullMarked
package io.oceanid.rows.csv;

import org.jspecify.annotations.NullMarked;
