package io.oceanid.recipes;

import static org.assertj.core.api.Assertions.assertThat;

import io.oceanid.rows.Rows;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.node.ObjectNode;

class CookbookTest {

    @TestFactory
    Stream<DynamicTest> eachRecipeGivesWhatTheReadmeShows() {
        return Cookbook.entries()
                .map(entry -> DynamicTest.dynamicTest(entry.title(), () -> {
                    assertThat(entry.steps()).isNotEmpty();
                    assertThat(result(entry)).containsExactlyElementsOf(entry.result());
                }));
    }

    private static List<String> result(Cookbook.Entry entry) {
        Map<String, Rows> lookups = new HashMap<>();
        entry.tables().forEach((name, rows) -> lookups.put(name, ListedRows.of(rows)));
        Rows rows = Objects.requireNonNull(lookups.remove("rows"));
        return new Kitchen(RecipeLimits.DEFAULT, lookups)
                .follow(rows, entry.steps().toArray(String[]::new)).stream()
                        .map(ObjectNode::toString)
                        .toList();
    }
}
