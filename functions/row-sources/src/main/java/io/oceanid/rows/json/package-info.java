/** JSON, and JSON on lines. */
@NullMarked
package io.oceanid.rows.json;

import org.jspecify.annotations.NullMarked;
