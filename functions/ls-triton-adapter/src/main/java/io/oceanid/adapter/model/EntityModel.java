package io.oceanid.adapter.model;

import java.util.List;
import reactor.core.publisher.Mono;

/**
 * Finds entities in texts.
 *
 * <p>Thread-safe.
 */
public interface EntityModel {

    /** Stands for the model in predictions. Asks nobody. */
    String version();

    /**
     * Reads texts.
     *
     * @return an outcome for each text, in their order; fails only with what has nothing to do with any single text, such
     *     as a server that is away
     */
    Mono<List<Outcome>> read(List<String> texts);
}
