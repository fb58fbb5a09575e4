package io.oceanid.rows;

import static io.oceanid.rows.ReadOptions.TextUnit.DOCUMENT;
import static io.oceanid.rows.ReadOptions.TextUnit.LINE;
import static io.oceanid.rows.ReadOptions.TextUnit.PARAGRAPH;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextTest {

    private static final String TEXT = "MV A\r\nsails \r\n \r\n\r\nMV B\rstays\n";

    @Test
    void aDocumentIsKeptExactly() {
        assertThat(Told.of(TEXT, "t.txt", by(DOCUMENT)))
                .containsExactly("1: {\"text\":\"MV A\\r\\nsails \\r\\n \\r\\n\\r\\nMV B\\rstays\\n\"}");
    }

    @Test
    void aParagraphEndsAtALineOfBlanks() {
        assertThat(Told.of(TEXT, "t.txt", by(PARAGRAPH)))
                .containsExactly("1: {\"text\":\"MV A\\r\\nsails \"}", "5: {\"text\":\"MV B\\rstays\"}");
    }

    @Test
    void aLineIsARowUnlessItIsBlank() {
        assertThat(Told.of(TEXT, "t.txt", by(LINE)))
                .containsExactly(
                        "1: {\"text\":\"MV A\"}",
                        "2: {\"text\":\"sails \"}",
                        "5: {\"text\":\"MV B\"}",
                        "6: {\"text\":\"stays\"}");
    }

    @Test
    void whatIsTooLongIsBroken() {
        ReadLimits narrow = new ReadLimits(5, 12, 1, 1, 1, 1, 1);
        byte[] text = "four\nfive five\nx".getBytes(UTF_8);
        assertThat(Told.<List<Reading>>with(text, file -> Told.readings(file, "t.txt", by(DOCUMENT), narrow)))
                .containsExactly(new Reading.Broken(new Place("t.txt", 1), "longer than 12 characters"));
        assertThat(Told.<List<Reading>>with(text, file -> Told.readings(file, "t.txt", by(LINE), narrow)))
                .hasSize(3)
                .contains(new Reading.Broken(new Place("t.txt", 2), "longer than 5 characters"));
    }

    @Test
    void anEmptyTextHasNoRows() {
        assertThat(Told.of("", "t.txt", by(DOCUMENT))).isEmpty();
    }

    private static ReadOptions by(ReadOptions.TextUnit unit) {
        return new ReadOptions(null, null, null, true, List.of(), List.of(), unit);
    }
}
