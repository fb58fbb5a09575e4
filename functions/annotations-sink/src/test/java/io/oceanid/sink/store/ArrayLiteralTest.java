package io.oceanid.sink.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.oceanid.sink.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArrayLiteralTest {

    private static final TestDatabase DATABASE = TestDatabase.create();

    @ParameterizedTest
    @MethodSource("texts")
    void postgresqlReadsTheSameTexts(List<@Nullable String> texts) {
        ArrayLiteral literal = new ArrayLiteral();
        texts.forEach(literal::add);

        assertThat(read(literal.end())).isEqualTo(texts);
    }

    @Test
    void ofNothingIsAnEmptyArray() {
        assertThat(ArrayLiteral.of(List.of())).isEqualTo("{}");
    }

    @Test
    void anArrayMayBeTheElementOfAnother() {
        ArrayLiteral literal = new ArrayLiteral();
        literal.add(ArrayLiteral.of(List.of("a \"b\"", "c\\d")));

        assertThat(read(read(literal.end()).getFirst())).containsExactly("a \"b\"", "c\\d");
    }

    private static Stream<List<@Nullable String>> texts() {
        List<@Nullable String> withNull = new ArrayList<>();
        withNull.add(null);
        withNull.add("null");
        withNull.add("NULL");
        withNull.add(null);
        return Stream.of(
                withNull,
                List.of(""),
                List.of("", " ", "a,b", "{", "}", "{}"),
                List.of("\"", "\\", "\\\"", "\"\\", "\\\\", "a\"b\\c"),
                List.of("{\"text\": \"a \\\"b\\\" \\u0041\"}"),
                List.of("line\nbreak", "tab\t", "e\u0301", "\ud83d\udea2"));
    }

    private static List<@Nullable String> read(@Nullable String literal) {
        return DATABASE.rows("select element from unnest($literal$" + literal + "$literal$::text[]) element").stream()
                .<@Nullable String>map(row -> row.get("element"))
                .toList();
    }
}
