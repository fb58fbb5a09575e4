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
                "https://user@files.example/",
                "https://user:password@files.example/",
                "https://files.example.elsewhere.example/",
                "https://files.example./",
                "https://files.example:443/",
                "http://127.0.0.1/",
                "http://0/",
                "http://2130706433/",
                "http://[fe80::1%25eth0]/",
                "http://169.254.169.254/latest/meta-data/",
                "http://[::1]/",
                "http://[::ffff:169.254.169.254]/"
            })
    void whatIsNotNamedIsRefused(String url) {
        refused(url, "the file is on a host that CONTENT_ALLOWED_HOSTS does not name");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "files.example",
                "//files.example/a",
                "file:///etc/passwd",
                "ftp://files.example/a",
                "gopher://files.example/",
                "jar:https://files.example/a!/b",
                "https://",
                "https:files.example",
                "https:///files.example/",
                "http://0x7f.1/",
                "http:// x",
                "https://files.example\\@elsewhere.example/",
                "https://files.example%2eelsewhere.example/",
                "https://files.example%00.elsewhere.example/",
                "https://files.example\r\nHost:elsewhere.example/",
                "https://file\u017f.example/"
            })
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
