package io.oceanid.support.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.oceanid.support.failure.InvalidRequestException;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedHostsTest {

    private final AllowedHosts hosts = new AllowedHosts(Set.of("Files.example ", "other.example:8443", ""));

    @ParameterizedTest
    @ValueSource(strings = {"https://files.example/a.csv", "http://FILES.example", " https://other.example:8443/a?b=c"})
    void whatIsNamedIsAllowed(String url) {
        assertThat(hosts.require("url", "the file", url).getHost()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://files.example:8080/",
                "https://other.example/",
                "https://elsewhere.example/",
                "https://files.example@elsewhere.example/",
                "https://user@files.example/"
            })
    void whatIsNotNamedIsRefused(String url) {
        refused(url, "the file is on a host that CONTENT_ALLOWED_HOSTS does not name");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "files.example", "file:///etc/passwd", "ftp://files.example/a", "https://", "http:// x"})
    void whatIsNoUrlIsRefused(String url) {
        refused(url, "the file is to be behind a URL, and there is none");
    }

    private void refused(String url, String message) {
        assertThatExceptionOfType(InvalidRequestException.class)
                .isThrownBy(() -> hosts.require("url", "the file", url))
                .withMessageStartingWith(message)
                .matches(e -> e.field().equals("url"));
    }
}
