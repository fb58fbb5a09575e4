package io.oceanid.adapter.model;

import java.util.List;

/** What became of one text. */
public sealed interface Outcome {

    /**
     * The text was read.
     *
     * @param entities in the order of their start
     */
    record Found(List<Entity> entities) implements Outcome {

        public Found {
            entities = List.copyOf(entities);
        }
    }

    /**
     * The model could not read the text; others of the same call it may have read.
     *
     * @param reason for the log
     */
    record Failed(Throwable reason) implements Outcome {}
}
