package io.oceanid.adapter.token;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenizerFileTest {

    @TempDir
    private Path folder;

    @Test
    void aTokenizerIsOpenedByItsFolderOrItsFile() {
        Path file = SmallTokenizer.GPT2.folder().resolve("tokenizer.json");
        try (TextTokenizer tokenizer = TextTokenizer.open(file)) {
            assertThat(tokenizer.encode("the ship").ids())
                    .isEqualTo(SmallTokenizer.GPT2.encode("the ship").ids());
        }
    }

    @Test
    void noGraphicsCardIsLookedForWhenATokenizerIsOpened() {
        TextTokenizer.open(SmallTokenizer.GPT2.folder()).close();
        assertThat(System.getProperty("ai.djl.offline")).isEqualTo("true");
    }

    @Test
    void aMissingFileIsToldInOneLine() {
        assertMessage(folder.resolve("no.json"), "The tokenizer %s does not exist", folder.resolve("no.json"));
        assertMessage(folder, "The tokenizer %s does not exist", folder.resolve("tokenizer.json"));
    }

    @Test
    void aFileThatCannotBeReadIsToldInOneLine() throws IOException {
        Path file = Files.createDirectory(folder.resolve("tokenizer.json"));
        assertMessage(folder, "The tokenizer %s cannot be read: Is a directory", file);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``|is no tokenizer.json: it is empty",
                "version https://example.org/lfs|is no tokenizer.json: Unrecognized token 'version'",
                "[]|is no tokenizer.json: it is no JSON object",
                "{\"model\": |is no tokenizer.json: Unexpected end-of-input",
                "{}|cannot be used: ",
                "{\"model\":{\"type\":\"Sonar\"}}|cannot be used: ",
                "{\"padding\":{\"pad_id\":\"x\"},\"added_tokens\":7}|cannot be used: ",
            })
    void whatIsNoTokenizerIsToldInOneLine(String content, String problem) throws IOException {
        Path file = Files.writeString(folder.resolve("tokenizer.json"), content);
        assertMessage(folder, "The tokenizer %s " + problem, file);
    }

    @Test
    void thePaddingTokenIsTheOneThatTheFilePadsWith() {
        assertThat(padding("{\"padding\":{\"pad_id\":9},\"added_tokens\":[{\"id\":5,\"content\":\"<pad>\"}]}"))
                .isEqualTo(9);
        assertThat(padding("{\"added_tokens\":[{\"id\":4,\"content\":\"<s>\"},{\"id\":5,\"content\":\"<pad>\"}]}"))
                .isEqualTo(5);
        assertThat(padding("{\"padding\":null,\"model\":{\"vocab\":{\"[PAD]\":3}}}"))
                .isZero();
    }

    private static int padding(String json) {
        return PaddingToken.idIn(json.getBytes(UTF_8));
    }

    private static void assertMessage(Path path, String message, Path named) {
        assertThatExceptionOfType(UnusableTokenizerException.class)
                .isThrownBy(() -> TextTokenizer.open(path))
                .satisfies(e -> assertThat(e)
                        .message()
                        .startsWith(message.formatted(named))
                        .doesNotContain("\n"));
    }
}
