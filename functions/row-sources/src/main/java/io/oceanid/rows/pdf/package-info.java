/** Text of PDFs, with the boxes of its words. */
@NullMarked
package io.oceanid.rows.pdf;

import org.jspecify.annotations.NullMarked;
