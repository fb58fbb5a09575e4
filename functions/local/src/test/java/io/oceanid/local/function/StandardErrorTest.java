package io.oceanid.local.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class StandardErrorTest {

    @Test
    void onlyTheReasonOfAFailedStartIsHeldBack() {
        PrintStream before = System.err;
        ByteArrayOutputStream seen = new ByteArrayOutputStream();
        System.setErr(new PrintStream(seen, true, StandardCharsets.UTF_8));
        try {
            StandardError error = StandardError.hold();
            try (error) {
                System.err.println("WARN  Something: else");
                System.err.println("the start failed: PORT cannot be read as int");
            }
            assertThat(error.failure()).contains("PORT cannot be read as int");
        } finally {
            System.setErr(before);
        }
        assertThat(seen.toString(StandardCharsets.UTF_8)).isEqualToIgnoringNewLines("WARN  Something: else");
    }
}
