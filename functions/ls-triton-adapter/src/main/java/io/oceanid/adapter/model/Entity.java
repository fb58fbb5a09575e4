package io.oceanid.adapter.model;

/**
 * Something that a model found in a text.
 *
 * @param start of its first code point
 * @param end behind its last code point; greater than {@code start}
 * @param label as the model names it
 * @param score from 0 to 1
 */
public record Entity(int start, int end, String label, double score) {

    public Entity {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("no span: %d to %d".formatted(start, end));
        }
        if (!(score >= 0 && score <= 1)) {
            throw new IllegalArgumentException("no score from 0 to 1: " + score);
        }
    }
}
