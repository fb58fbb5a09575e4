package io.oceanid.rows;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What FastCSV writes comes back. */
class CsvRoundTripTest {

    @Property(tries = 300)
    void whatIsWrittenComesBack(
            @ForAll("tables") List<List<String>> table,
            @ForAll("separators") char separator,
            @ForAll("charsets") Charset charset,
            @ForAll boolean quoteAll) {
        ReadOptions options = new ReadOptions(
                Format.CSV, charset.name(), separator, false, List.of(), List.of(), ReadOptions.TextUnit.DOCUMENT);

        assertThat(read(written(table, separator, quoteAll).getBytes(charset), options))
                .isEqualTo(table);
    }

    @Property(tries = 100)
    void theSeparatorIsFoundOutWhereCellsAreWords(
            @ForAll("words") List<List<String>> table, @ForAll("separators") char separator) {
        ReadOptions options =
                new ReadOptions(Format.CSV, null, null, false, List.of(), List.of(), ReadOptions.TextUnit.DOCUMENT);

        assertThat(read(written(table, separator, false).getBytes(StandardCharsets.UTF_8), options))
                .isEqualTo(table);
    }

    private static List<List<String>> read(byte[] csv, ReadOptions options) {
        return Told.with(csv, file -> Told.readings(file, "t.csv", options)).stream()
                .map(reading -> {
                    List<String> cells = new ArrayList<>();
                    ((Reading.Row) reading).data().forEach(cell -> cells.add(cell.stringValue()));
                    return cells;
                })
                .toList();
    }

    private static String written(List<List<String>> table, char separator, boolean quoteAll) {
        StringWriter text = new StringWriter();
        CsvWriter.CsvWriterBuilder builder = CsvWriter.builder().fieldSeparator(separator);
        if (quoteAll) {
            builder.quoteStrategy(QuoteStrategies.ALWAYS);
        } else {
            // an empty line is no row
            builder.quoteStrategy(QuoteStrategies.EMPTY);
        }
        try (CsvWriter csv = builder.build(text)) {
            table.forEach(csv::writeRecord);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    @Provide
    Arbitrary<List<List<String>>> tables() {
        Arbitrary<String> cells = Arbitraries.strings()
                .withChars("ab \",;|\t\n\r'=é京\0")
                .withChars('a', 'z')
                .ofMaxLength(12)
                .filter(cell -> !cell.startsWith("\uFEFF"));
        return Arbitraries.integers()
                .between(1, 5)
                .flatMap(width -> cells.list().ofSize(width).list().ofMinSize(1).ofMaxSize(8));
    }

    @Provide
    Arbitrary<List<List<String>>> words() {
        Arbitrary<String> cells = Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(8);
        return Arbitraries.integers()
                .between(2, 5)
                .flatMap(width -> cells.list().ofSize(width).list().ofMinSize(1).ofMaxSize(8));
    }

    @Provide
    Arbitrary<Character> separators() {
        return Arbitraries.of(',', ';', '\t', '|');
    }

    @Provide
    Arbitrary<Charset> charsets() {
        return Arbitraries.of(
                StandardCharsets.UTF_8,
                StandardCharsets.UTF_16LE,
                StandardCharsets.UTF_16BE,
                Charset.forName("GB18030"));
    }
}
