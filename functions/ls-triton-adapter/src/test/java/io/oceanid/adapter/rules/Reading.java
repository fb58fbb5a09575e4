package io.oceanid.adapter.rules;

import io.oceanid.adapter.model.Entity;
import java.util.List;

/** What the rules read in a text, for tests to compare. */
final class Reading {

    static final RuleModel RULES = new RuleModel();

    private Reading() {}

    /** The entities, each as its label and its text. */
    static List<String> of(String text) {
        return RULES.entities(text).stream()
                .map(entity -> entity.label() + " " + quoted(text, entity))
                .toList();
    }

    /** The texts of the entities with a label. */
    static List<String> of(String label, String text) {
        return RULES.entities(text).stream()
                .filter(entity -> entity.label().equals(label))
                .map(entity -> quoted(text, entity))
                .toList();
    }

    /** The score of the one entity with a label. */
    static double score(String label, String text) {
        List<Entity> found = RULES.entities(text).stream()
                .filter(entity -> entity.label().equals(label))
                .toList();
        if (found.size() != 1) {
            throw new AssertionError("not one " + label + ": " + of(text));
        }
        return found.getFirst().score();
    }

    static String quoted(String text, Entity entity) {
        int[] points = text.codePoints().toArray();
        return new String(points, entity.start(), entity.end() - entity.start());
    }
}
