/** Parquet. */
@NullMarked
package io.oceanid.rows.parquet;

import org.jspecify.annotations.NullMarked;
