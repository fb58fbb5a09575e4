package io.oceanid.rows;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FileContentTest {

    static List<Arguments> whatIsRefused() {
        return List.of(
                Arguments.of("\u001F\u008B\u0008\0", "is compressed with gzip: unpack it first"),
                Arguments.of("\u0089PNG\r\n\u001A\n\0", "is an image"),
                Arguments.of("\u00FF\u00D8\u00FF\u00E0\0", "is an image"),
                Arguments.of("GIF89a\0", "is an image"),
                Arguments.of("MZ\u0090\0\u0003", "is a program"),
                Arguments.of("\u007FELF\u0002\0", "is a program"),
                Arguments.of(
                        "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1",
                        "is an old Office file (.xls), or one with a password: save it as .xlsx without a password"));
    }

    @ParameterizedTest
    @MethodSource("whatIsRefused")
    void whatHoldsNoRowsIsRefusedWhateverItIsCalled(String beginning, String reason) {
        assertThatThrownBy(() -> Told.of(beginning, ISO_8859_1, "cargo.csv", ReadOptions.DEFAULT))
                .isInstanceOf(UnreadableSourceException.class)
                .hasMessage("cargo.csv: " + reason);
    }

    @Test
    void aTextMayBeginWithTheLettersOfAMagicNumber() {
        assertThat(Told.of("MZ,b\n1,2\n", "t.csv")).containsExactly("2: {\"MZ\":\"1\",\"b\":\"2\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " -> ",
            quoteCharacter = '`',
            value = {
                "[{\"a\":1}] -> x.json -> JSON",
                "{\"a\":1} -> x.json -> JSON",
                "{\"a\":1} -> x -> JSON",
                "[ ] -> x -> JSON",
                "{\"a\":1}#{\"a\":2} -> x.json -> JSONL",
                "{\"a\":1}#{\"a\": -> x -> JSONL",
                "{\"a\":1} -> x.jsonl -> JSONL",
                "{\"a\":1} -> x.ndjson -> JSONL",
                "{\"a\":1} -> x.csv -> JSON",
                "[1] see above -> x.txt -> TEXT",
                "{braces} -> x.md -> TEXT",
                "a;b -> x.TSV -> CSV",
                "PAR1 -> x.csv -> PARQUET",
                "%PDF-1.7 -> x.txt -> PDF",
            })
    void theContentSaysTheFormatAndElseTheName(String content, String name, Format format) {
        assertThat(Told.<Format>with(content.replace('#', '\n').getBytes(ISO_8859_1), file -> format(file, name)))
                .isEqualTo(format);
    }

    @Test
    void whatNobodyKnowsIsRefused() {
        assertThatThrownBy(() -> Told.of("a b c", "notes"))
                .hasMessage("notes: is in no format that is known; say in which one it is");
    }

    private static Format format(Path file, String name) {
        try {
            return FileContent.formatOf(new Source(file, name, ReadOptions.DEFAULT, ReadLimits.DEFAULT));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
