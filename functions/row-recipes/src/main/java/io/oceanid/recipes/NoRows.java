package io.oceanid.recipes;

import io.oceanid.rows.Reading;
import io.oceanid.rows.Rows;
import org.jspecify.annotations.Nullable;

/** The result where nothing was read. */
enum NoRows implements Rows {
    NONE;

    @Override
    public @Nullable Reading next() {
        return null;
    }

    @Override
    public void close() {}
}
