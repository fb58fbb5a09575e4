package io.oceanid.adapter.labelconfig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class HostileLabelConfigTest {

    private static final String CONFIG = "<View><Labels name=\"l\" toName=\"t\"><Label value=\"A &amp; B\"/><!-- c -->"
            + "<![CDATA[d]]></Labels><Text name=\"t\" value=\"$t\"/></View>";

    @Example
    void entitiesFromOutsideAreNotFetched() throws IOException {
        var calls = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            calls.incrementAndGet();
            exchange.sendResponseHeaders(204, -1);
        });
        server.start();
        try {
            String url = "http://localhost:" + server.getAddress().getPort() + "/";
            refuses("<!DOCTYPE View SYSTEM '%s'><View/>".formatted(url));
            refuses("<!DOCTYPE View [<!ENTITY x SYSTEM '%s'>]><View>&x;</View>".formatted(url));
            refuses("<!DOCTYPE View [<!ENTITY %% x SYSTEM '%s'> %%x;]><View/>".formatted(url));
            refuses("<!DOCTYPE View [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><View name='&x;'/>");
            assertThat(calls).hasValue(0);
        } finally {
            server.stop(0);
        }
    }

    @Example
    void laughsAreNotExpanded() {
        var bomb = new StringBuilder("<!DOCTYPE View [<!ENTITY l0 'ha'>");
        for (int i = 1; i < 40; i++) {
            bomb.append("<!ENTITY l%d '&l%d;&l%d;'>".formatted(i, i - 1, i - 1));
        }
        String xml = bomb.append("]><View>&l39;</View>").toString();
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> refuses(xml));
    }

    @Example
    void anEntityThatNobodyDeclaredIsRefused() {
        refuses("<View>&nbsp;</View>");
        refuses("<View><Header value='&nbsp;'/></View>");
    }

    @Example
    void nestingHasAnEnd() {
        assertThat(LabelConfig.parse("<View>".repeat(64) + "</View>".repeat(64)).controls())
                .isEmpty();
        refuses("<View>".repeat(65) + "</View>".repeat(65));
        refuses("<View>".repeat(1_000_000));
    }

    @Example
    void aHugeConfigIsReadInOneGo() {
        String labels = "<Label value='A'/>".repeat(200_000);
        String xml = "<View><Labels name='l' toName='t'>" + labels + "</Labels><Text name='t' value='$t'/></View>";
        LabelConfig config = assertTimeoutPreemptively(Duration.ofSeconds(10), () -> LabelConfig.parse(xml));
        assertThat(config.controls().getFirst().labels()).hasSize(200_000);
    }

    @Property(tries = 2_000)
    void aBrokenConfigFailsInOneLineOrNotAtAll(@ForAll("broken") String xml) {
        try {
            LabelConfig.parse(xml);
        } catch (InvalidLabelConfigException e) {
            assertThat(e).message().hasSizeLessThan(200).doesNotContain("\n", "\r");
        }
    }

    @Provide
    Arbitrary<String> broken() {
        Arbitrary<Integer> places = Arbitraries.integers().between(0, CONFIG.length());
        Arbitrary<String> pieces = Arbitraries.of(
                "", "<", ">", "&", ";", "\"", "'", "]]>", "<!", "<?", "\0", "\ud800", "xml:", ":", "&#x0;");
        return places.flatMap(a -> places.flatMap(b ->
                pieces.map(piece -> CONFIG.substring(0, Math.min(a, b)) + piece + CONFIG.substring(Math.max(a, b)))));
    }

    private static void refuses(String xml) {
        assertThatExceptionOfType(InvalidLabelConfigException.class)
                .isThrownBy(() -> LabelConfig.parse(xml))
                .withMessageStartingWith("the label config ");
    }
}
