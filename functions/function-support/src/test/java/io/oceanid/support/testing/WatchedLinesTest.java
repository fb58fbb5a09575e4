package io.oceanid.support.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class WatchedLinesTest {

    private final WatchedLines lines = new WatchedLines(Pattern.compile("hunter2"));

    @Test
    void aLineWithASecretIsFoundHoweverItIsWritten() {
        write("the password is hun");
        write("ter2\nnothing here\nand hunter2");

        assertThat(lines.take()).containsExactly("the password is hunter2", "and hunter2");
        assertThat(lines.take()).isEmpty();
    }

    private void write(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        lines.add(bytes, 0, bytes.length);
    }
}
