package io.oceanid.adapter.decode;

import io.oceanid.adapter.token.Window;
import java.nio.FloatBuffer;

/**
 * What a model says of a window.
 *
 * @param values as the model puts them out, from the buffer's position to its limit: for each of the window's ids one
 *     value a tag; what follows is for padding, and is not looked at
 */
public record WindowLogits(Window window, FloatBuffer values) {

    public WindowLogits {
        values = values.slice();
    }

    /** The place of a token's first value. */
    int row(int token, int tags) {
        return (window.offset() + token - window.from()) * tags;
    }
}
