package io.oceanid.sink.export;

import io.oceanid.sink.region.Region;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A labelled stretch of a text, in code points, end exclusive. */
record Entity(int start, int end, String label) {

    private static final Comparator<Entity> EARLIER_THEN_LONGER =
            Comparator.comparingInt(Entity::start).thenComparing(Entity::end, Comparator.reverseOrder());

    /** Empty if the region has no label, or no span that agrees with its text. */
    static Optional<Entity> of(Region region) {
        Integer start = region.spanStart();
        Integer end = region.spanEnd();
        if (start == null || end == null || !Boolean.FALSE.equals(region.offsetMismatch())) {
            return Optional.empty();
        }
        return region.labels().stream()
                .findFirst()
                .filter(label -> !label.isBlank())
                .map(label -> new Entity(start, end, label));
    }

    /** In the order of the text; of those that overlap, the one that starts earlier or else is longer. */
    static List<Entity> disjoint(List<Entity> entities) {
        List<Entity> disjoint = new ArrayList<>();
        int taken = 0;
        for (Entity entity : entities.stream().sorted(EARLIER_THEN_LONGER).toList()) {
            if (entity.start >= taken && entity.end > entity.start) {
                disjoint.add(entity);
                taken = entity.end;
            }
        }
        return disjoint;
    }
}
