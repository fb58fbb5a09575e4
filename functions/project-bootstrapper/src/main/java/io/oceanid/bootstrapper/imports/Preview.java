package io.oceanid.bootstrapper.imports;

import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.oceanid.rows.Reading;
import java.util.LinkedHashSet;
import java.util.Set;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The first rows of what would be imported. */
record Preview(RowSource source, int limit) {

    /** Reads no more than it needs, unless a recipe has to. */
    Mono<ObjectNode> run() {
        return Mono.defer(() -> {
            Tally tally = new Tally(new CompositeMeterRegistry());
            ArrayNode rows = JsonNodeFactory.instance.arrayNode();
            Set<String> columns = new LinkedHashSet<>();
            return source.read(broken -> tally.skip(broken.place(), broken.reason()))
                    .takeUntil(reading -> {
                        switch (reading) {
                            case Reading.Broken broken -> tally.skip(broken.place(), broken.reason());
                            case Reading.Row row -> {
                                rows.add(row.data());
                                columns.addAll(row.data().propertyNames());
                            }
                        }
                        return rows.size() >= limit;
                    })
                    .then(Mono.fromSupplier(() -> answer(rows, columns, tally)));
        });
    }

    private static ObjectNode answer(ArrayNode rows, Set<String> columns, Tally tally) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.set("rows", rows);
        ArrayNode names = answer.putArray("columns");
        columns.forEach(names::add);
        answer.set("problems", tally.problems());
        return answer;
    }
}
