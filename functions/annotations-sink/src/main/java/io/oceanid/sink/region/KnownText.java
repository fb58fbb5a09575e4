package io.oceanid.sink.region;

import org.jspecify.annotations.Nullable;

/**
 * A text that a task shows.
 *
 * @param object the name of the object tag that shows it; null if there is no label config that says, and but one text
 */
public record KnownText(@Nullable String object, String text) {

    /** Whether a region lies on this text. */
    public boolean carries(Region region) {
        return object == null || object.equals(region.toName());
    }
}
