package io.oceanid.adapter.prediction;

import org.jspecify.annotations.Nullable;

/**
 * What a caller wants other than it is configured.
 *
 * @param model null for the default
 * @param field where the model is named, for the message if there is no such model
 * @param threshold least score of what is answered, from 0 to 1; null for the default
 */
public record Wish(
        @Nullable String model, String field, @Nullable Double threshold) {

    /** All as configured. */
    public static final Wish NONE = new Wish(null, "DEFAULT_MODEL", null);

    /** This wish, and where it leaves something open, another. */
    public Wish or(Wish other) {
        return new Wish(
                model == null ? other.model : model,
                model == null ? other.field : field,
                threshold == null ? other.threshold : threshold);
    }
}
