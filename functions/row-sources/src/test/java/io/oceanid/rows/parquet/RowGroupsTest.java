package io.oceanid.rows.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.oceanid.rows.ReadLimits;
import io.oceanid.rows.ReadOptions;
import io.oceanid.rows.Reading;
import io.oceanid.rows.Rows;
import io.oceanid.rows.Source;
import io.oceanid.rows.UnreadableSourceException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowGroupsTest {

    @ParameterizedTest
    @ValueSource(longs = {200, 500, 1_000_000})
    void rowsComeOnceHoweverManyGroupsAreReadAtATime(long largest) throws Exception {
        List<Integer> ids = new ArrayList<>();
        try (Rows rows = ParquetRows.open(groups(), largest)) {
            for (Reading next = rows.next(); next != null; next = rows.next()) {
                ids.add(((Reading.Row) next).data().path("id").asInt());
                assertThat(next.place().line()).isEqualTo(ids.size());
            }
        }
        assertThat(ids).isEqualTo(IntStream.range(0, 100).boxed().toList());
    }

    @Test
    void aGroupThatDoesNotFitIsRefused() {
        assertThatThrownBy(() -> ParquetRows.open(groups(), 10))
                .isInstanceOf(UnreadableSourceException.class)
                .hasMessage("cargo.parquet: has row groups of more than 10 bytes: write it with smaller ones");
    }

    private static Source groups() throws Exception {
        Path file = Path.of(Objects.requireNonNull(RowGroupsTest.class.getResource("/parquet/cargo-groups.parquet"))
                .toURI());
        return new Source(file, "cargo.parquet", ReadOptions.DEFAULT, ReadLimits.DEFAULT);
    }
}
