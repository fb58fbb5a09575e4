package io.oceanid.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {

    private static final List<Table.Column> COLUMNS =
            List.of(new Table.Column("id", true), new Table.Column("text", false), new Table.Column("state", false));

    @Test
    void columnsAreAsWideAsWhatIsInThemAndNumbersStandRight() {
        Table table = new Table(
                "task",
                COLUMNS,
                List.of(List.of("7", "⚓ MV ÆGIR", "deleted"), List.of("12", "wheat", ""), List.of("", "", "")));

        assertThat(String.join("\n", table.lines())).isEqualTo("""
            task
              id  text        state
              ──  ──────────  ───────
               7  ⚓ MV ÆGIR  deleted
              12  wheat

            """.stripTrailing() + "\n");
    }

    @Test
    void longTextsAreShortened() {
        Table table = new Table("task", COLUMNS, List.of(List.of("1", "x".repeat(500), "")));

        assertThat(table.lines())
                .allSatisfy(line -> assertThat(DisplayText.width(line)).isLessThan(70));
        assertThat(table.lines().getLast()).endsWith("x…");
    }

    @Test
    void aTableWithoutRowsSaysSo() {
        assertThat(new Table("relation", COLUMNS, List.of()).lines()).containsExactly("relation", "  (none)");
    }
}
