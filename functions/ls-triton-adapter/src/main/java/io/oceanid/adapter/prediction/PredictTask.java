package io.oceanid.adapter.prediction;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A task to predict for.
 *
 * @param id null for one that Label Studio does not know, as direct callers may send
 * @param data what the label config names
 */
public record PredictTask(@Nullable Long id, ObjectNode data) {}
