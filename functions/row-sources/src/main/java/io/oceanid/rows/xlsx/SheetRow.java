package io.oceanid.rows.xlsx;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of a sheet that has cells.
 *
 * @param number from 1
 * @param cells what they show, from the first column on, the last of them not empty
 * @param broken why it cannot be read; null if it can
 */
record SheetRow(long number, List<String> cells, @Nullable String broken) {}
