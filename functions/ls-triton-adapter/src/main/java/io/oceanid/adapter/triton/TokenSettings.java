package io.oceanid.adapter.triton;

import io.oceanid.adapter.decode.Aggregation;
import java.util.List;

/**
 * How texts are cut for a model of tokens, and its tags understood.
 *
 * @param labels names in the order of the model's tags; empty to take what the model's config says
 * @param maxTokens of one window, special ones included, for a model that does not say itself
 * @param overlap tokens that neighbouring windows share at the least
 */
public record TokenSettings(List<String> labels, int maxTokens, int overlap, Aggregation aggregation) {

    public TokenSettings {
        labels = List.copyOf(labels);
    }
}
