/** Workbooks of Office Open XML, streamed. */
@NullMarked
package io.oceanid.rows.xlsx;

import org.jspecify.annotations.NullMarked;
