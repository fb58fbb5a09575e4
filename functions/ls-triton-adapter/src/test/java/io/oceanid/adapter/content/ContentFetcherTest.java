package io.oceanid.adapter.content;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.oceanid.labelstudio.LabelStudioClient;
import io.oceanid.labelstudio.LabelStudioSettings;
import io.oceanid.labelstudio.testing.FakeLabelStudio;
import io.oceanid.labelstudio.testing.FakeLabelStudio.Reply;
import io.oceanid.support.content.AllowedHosts;
import io.oceanid.support.failure.DependencyUnavailableException;
import io.oceanid.support.failure.InvalidRequestException;
import io.oceanid.support.testing.SilentServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.test.StepVerifier;

class ContentFetcherTest {

    private static final ContentLimits LIMITS = new ContentLimits(10_000, 2, 200, Duration.ofSeconds(10));

    private final AtomicInteger asked = new AtomicInteger();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aTextIsFetched() {
        serve("/a.txt", 200, "text/plain", "Fähre 🚢\r\nnach Santos".getBytes(UTF_8));

        gives("/a.txt", "Fähre 🚢\r\nnach Santos");
    }

    @Test
    void aTextIsInTheCharacterSetThatIsSaid() {
        serve("/a.txt", 200, "text/plain; charset=\"iso-8859-1\"", "Fähre".getBytes(ISO_8859_1));

        gives("/a.txt", "Fähre");
    }

    @Test
    void aPdfIsTurnedIntoText() throws IOException {
        serve("/a", 200, "application/octet-stream", pdf("Bill of lading", "MV OCEAN PEARL"));

        StepVerifier.create(fetcher().textAt(url("/a")))
                .assertNext(text -> assertThat(text).contains("Bill of lading", "MV OCEAN PEARL"))
                .verifyComplete();
    }

    @Test
    void aPdfThatHasNoTextSaysSo() throws IOException {
        serve("/a", 200, "application/pdf", pdf(""));

        refused("/a", "a PDF without text: its pages are pictures");
    }

    @Test
    void aPdfWithTooManyPagesIsRefused() throws IOException {
        serve("/a", 200, "application/pdf", pdf("one", "two", "three"));

        refused("/a", "a PDF of more than 2 pages");
    }

    @Test
    void whatOnlyBeginsLikeAPdfIsRefused() {
        serve("/a", 200, "application/pdf", "%PDF-1.7 and no more".getBytes(UTF_8));

        refused("/a", "a PDF that cannot be read");
    }

    @Test
    void aDocumentThatIsTooLargeIsNotReadToItsEnd() {
        serve("/a", 200, "text/plain", new byte[10_001]);
        serve("/b", 200, "text/plain", "x".repeat(201).getBytes(UTF_8));

        refused("/a", "a document of more than 10000 bytes");
        refused("/b", "a text of more than 200 characters");
    }

    @Test
    void whatIsNeitherTextNorPdfIsRefused() {
        serve("/a", 200, "image/png", new byte[] {1});
        serve("/b", 404, "text/plain", new byte[] {1});
        serve("/c", 200, "text/plain; charset=klingon", new byte[] {1});

        refused("/a", "neither text nor PDF");
        refused("/b", "127.0.0.1 answers 404");
        refused("/c", "a character set that is not known");
    }

    @Test
    void aRedirectIsNotFollowed() {
        server.createContext("/a", exchange -> {
            exchange.getResponseHeaders().set("Location", url("/b"));
            exchange.sendResponseHeaders(302, -1);
        });
        serve("/b", 200, "text/plain", "secret".getBytes(UTF_8));

        refused("/a", "127.0.0.1 answers 302");
        assertThat(asked).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://169.254.169.254/latest/meta-data",
                "http://127.0.0.1/a",
                "http://127.0.0.1:1/a",
                "file:///etc/passwd",
                "ftp://127.0.0.1/a",
                "//127.0.0.1/a",
                "/data/upload/1/a.txt",
                "no url",
                "",
                "http://allowed.example@127.0.0.1:1/a",
                "http://allowed.example.evil.example/a",
                "http://allowed.example:8443/a",
                "http://user:password@allowed.example/a"
            })
    void otherHostsAreNotAsked(String url) {
        ContentFetcher fetcher = ContentFetcher.of(new AllowedHosts(Set.of("Allowed.example ")), null, LIMITS);

        StepVerifier.create(fetcher.textAt(url)).verifyError(InvalidRequestException.class);
    }

    @Test
    void withoutAListNobodyIsAsked() {
        serve("/a", 200, "text/plain", "x".getBytes(UTF_8));

        StepVerifier.create(ContentFetcher.of(new AllowedHosts(Set.of()), null, LIMITS)
                        .textAt(url("/a")))
                .verifyErrorSatisfies(error -> assertThat(error).hasMessageContaining("CONTENT_ALLOWED_HOSTS"));
        assertThat(asked).hasValue(0);
    }

    @Test
    void whatWasUploadedToLabelStudioIsFetchedFromThere() {
        try (FakeLabelStudio fake = FakeLabelStudio.start()
                        .on("GET /data/upload/1/a.txt", _ -> new Reply(200, "text/plain", "Fähre"));
                LabelStudioClient client = new LabelStudioClient(LabelStudioSettings.of(fake.url(), "t0ken"))) {
            ContentFetcher fetcher = ContentFetcher.of(new AllowedHosts(Set.of()), client, LIMITS);

            StepVerifier.create(fetcher.textAt("/data/upload/1/a.txt"))
                    .expectNext("Fähre")
                    .verifyComplete();
            for (String elsewhere : new String[] {
                "/api/projects/",
                "/data/../api/projects/",
                "/data/%2e%2E/api/projects/",
                "/data/.%2e/api/projects/",
                "/data/%252e%252e/api/projects/",
                "/data/..%5capi%5cprojects/",
                "/data/.\\./api/projects/"
            }) {
                StepVerifier.create(fetcher.textAt(elsewhere)).verifyError(InvalidRequestException.class);
            }
            assertThat(fake.asked())
                    .singleElement()
                    .satisfies(asked -> assertThat(asked.authorization()).isEqualTo("Token t0ken"));
        }
    }

    @Test
    void anUploadThatLabelStudioDoesNotGiveIsUnreadableAndOneThatItCannotGiveNowIsNot() {
        try (FakeLabelStudio fake = FakeLabelStudio.start()
                        .on("GET /data/upload/1/gone.txt", _ -> new Reply(404, "text/plain", "not found"))
                        .on("GET /data/upload/1/a.txt", _ -> new Reply(503, "text/plain", "later"));
                LabelStudioClient client = new LabelStudioClient(LabelStudioSettings.of(fake.url(), "t0ken"))) {
            ContentFetcher fetcher = ContentFetcher.of(new AllowedHosts(Set.of()), client, LIMITS);

            StepVerifier.create(fetcher.textAt("/data/upload/1/gone.txt"))
                    .verifyError(UnreadableContentException.class);
            StepVerifier.create(fetcher.textAt("/data/upload/1/a.txt"))
                    .verifyError(DependencyUnavailableException.class);
        }
    }

    @Test
    void aHostThatDoesNotAnswerIsAway() {
        ContentLimits hasty = new ContentLimits(1_000, 2, 200, Duration.ofMillis(200));
        try (SilentServer silent = SilentServer.start()) {
            String host = "127.0.0.1:" + silent.port();

            StepVerifier.create(ContentFetcher.of(new AllowedHosts(Set.of(host)), null, hasty)
                            .textAt("http://" + host + "/a"))
                    .verifyError(DependencyUnavailableException.class);
        }
    }

    private void gives(String path, String text) {
        StepVerifier.create(fetcher().textAt(url(path))).expectNext(text).verifyComplete();
    }

    private void refused(String path, String words) {
        StepVerifier.create(fetcher().textAt(url(path)))
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(UnreadableContentException.class)
                        .hasMessageContaining(words));
    }

    private ContentFetcher fetcher() {
        return ContentFetcher.of(
                new AllowedHosts(Set.of("127.0.0.1:" + server.getAddress().getPort())), null, LIMITS);
    }

    private String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private void serve(String path, int status, String type, byte[] body) {
        server.createContext(path, exchange -> {
            asked.incrementAndGet();
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }

    private static byte[] pdf(String... pages) throws IOException {
        try (PDDocument document = new PDDocument()) {
            for (String text : pages) {
                PDPage page = new PDPage();
                document.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                    content.beginText();
                    content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                    content.newLineAtOffset(72, 700);
                    content.showText(text);
                    content.endText();
                }
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }
}
