package io.oceanid.adapter.kserve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.oceanid.adapter.kserve.InferenceServerSettings.Breaker;
import io.oceanid.adapter.kserve.InferenceServerSettings.Pool;
import io.oceanid.adapter.kserve.InferenceServerSettings.Retries;
import io.oceanid.adapter.kserve.InferenceServerSettings.Timeouts;
import io.oceanid.adapter.kserve.InferenceServerSettings.Transfer;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InferenceServerSettingsTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://triton:8000",
                "https://triton.example.org",
                "https://example.org/triton/",
                "grpc://triton:8001",
                "grpcs://triton:8001/"
            })
    void aServerIsNamedByItsUrl(String url) {
        assertThat(InferenceServerSettings.of(" " + url + " ", null, null).uri())
                .hasToString(url);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|begins with http",
                "triton:8000|begins with http",
                "ftp://triton|begins with http",
                "http://|no URL",
                "http:triton|names no host",
                "http://us er:pass@triton|no URL",
                "http://user:pass@triton|holds a user",
                "http://triton?key=pass|holds a user",
                "http://triton#pass|holds a user",
                "grpc://triton:8001/pass|has a path",
                "grpc://triton|has no port"
            })
    void anotherUrlIsRefusedWithoutRepeatingIt(String url, String reason) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InferenceServerSettings.of(url, null, null))
                .withMessageContaining("TRITON_BASE_URL")
                .withMessageContaining(reason)
                .withNoCause()
                .satisfies(e -> assertThat(e).hasMessageNotContaining("pass"));
    }

    @Test
    void aServiceTokenHasTwoParts() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InferenceServerSettings.of("http://triton", "id", ""))
                .withMessageContaining("CF_ACCESS_CLIENT_ID and CF_ACCESS_CLIENT_SECRET");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InferenceServerSettings.of("http://triton", null, "hidden"))
                .satisfies(e -> assertThat(e).hasMessageNotContaining("hidden"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InferenceServerSettings.of("http://triton", "id", "hid\nden"))
                .withMessageContaining("CF_ACCESS_CLIENT_SECRET")
                .satisfies(e -> assertThat(e).hasMessageNotContaining("den"));
        assertThat(InferenceServerSettings.of("http://triton", "", " ").access())
                .isEmpty();
    }

    @Test
    void aServiceTokenIsNotPrinted() {
        assertThat(InferenceServerSettings.of("http://triton", "the-id", "hidden"))
                .asString()
                .contains("http://triton")
                .doesNotContain("hidden", "the-id");
    }

    @Test
    void numbersThatMakeNoSenseAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Timeouts(Duration.ZERO, SECOND, SECOND));
        assertThatIllegalArgumentException().isThrownBy(() -> new Timeouts(SECOND, SECOND.negated(), SECOND));
        assertThatIllegalArgumentException().isThrownBy(() -> new Pool(0, 1, SECOND));
        assertThatIllegalArgumentException().isThrownBy(() -> new Transfer(-1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Transfer(0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Retries(-1, SECOND, SECOND));
        assertThatIllegalArgumentException().isThrownBy(() -> new Breaker(0, 50, SECOND));
        assertThatIllegalArgumentException().isThrownBy(() -> new Breaker(10, 101, SECOND));
    }
}
