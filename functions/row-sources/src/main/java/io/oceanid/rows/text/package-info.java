/** Plain text. */
@NullMarked
package io.oceanid.rows.text;

import org.jspecify.annotations.NullMarked;
