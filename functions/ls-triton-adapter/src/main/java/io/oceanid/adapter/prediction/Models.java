package io.oceanid.adapter.prediction;

import io.oceanid.adapter.model.EntityModel;

/**
 * The models there are.
 *
 * <p>Thread-safe.
 */
@FunctionalInterface
public interface Models {

    /** The model to ask. Asks nobody itself, and so does not say whether there is such a model. */
    EntityModel of(Wish wish);
}
