package io.oceanid.adapter.decode;

import io.oceanid.adapter.model.Entity;
import java.util.ArrayList;
import java.util.List;

/** Entities in the making: takes the units of a text in their order. */
final class EntitySequence {

    private final List<Entity> finished = new ArrayList<>();

    /** The units of the entity that may go on; empty outside. */
    private final List<Unit> open = new ArrayList<>();

    void add(Unit unit) {
        if (unit.isBlank()) {
            // tokenizers with a token for a space alone have the tag of a word's beginning there
            if (unit.tag().begins()) {
                finish();
            }
            return;
        }
        if (!goesOnWith(unit.tag())) {
            finish();
        }
        if (!unit.tag().isOutside()) {
            open.add(unit);
        }
        if (unit.tag().ends()) {
            finish();
        }
    }

    List<Entity> all() {
        finish();
        return List.copyOf(finished);
    }

    private boolean goesOnWith(Tag tag) {
        return !open.isEmpty()
                && !tag.isOutside()
                && !tag.begins()
                && tag.label().equals(open.getLast().tag().label());
    }

    private void finish() {
        if (!open.isEmpty()) {
            double mean = open.stream().mapToDouble(Unit::score).average().orElseThrow();
            Unit first = open.getFirst();
            finished.add(
                    new Entity(first.start(), open.getLast().end(), first.tag().label(), Math.clamp(mean, 0, 1)));
            open.clear();
        }
    }
}
