/** Lines of text in any encoding. */
@NullMarked
package io.oceanid.rows.lines;

import org.jspecify.annotations.NullMarked;
