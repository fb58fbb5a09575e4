package io.oceanid.adapter.content;

import io.netty.channel.ChannelOption;
import io.oceanid.adapter.prediction.TextSource;
import io.oceanid.labelstudio.LabelStudioClient;
import io.oceanid.labelstudio.LabelStudioException;
import io.oceanid.support.content.AllowedHosts;
import io.oceanid.support.failure.DependencyUnavailableException;
import io.oceanid.support.failure.InvalidRequestException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.netty.ByteBufFlux;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientResponse;

/**
 * Fetches texts and PDFs from allowed hosts, and from Label Studio what was uploaded to it. Redirects are not followed:
 * they would lead past the list.
 *
 * <p>Thread-safe.
 */
public final class ContentFetcher implements TextSource {

    private static final int CONNECT_MILLIS = 3_000;

    /** Where Label Studio serves what was uploaded or lies in its folders; the rest of it is none of a task's business. */
    private static final String UPLOADS = "/data/";

    private final HttpClient http;
    private final AllowedHosts hosts;
    private final @Nullable LabelStudioClient labelStudio;
    private final ContentLimits limits;
    private final PdfText pdf;

    private ContentFetcher(
            HttpClient http, AllowedHosts hosts, @Nullable LabelStudioClient labelStudio, ContentLimits limits) {
        this.http = http.responseTimeout(limits.timeout());
        this.hosts = hosts;
        this.labelStudio = labelStudio;
        this.limits = limits;
        this.pdf = new PdfText(limits);
    }

    /**
     * One with a pool of connections that every such one shares.
     *
     * @param labelStudio to get uploaded files from; null where none is configured
     */
    public static ContentFetcher of(AllowedHosts hosts, @Nullable LabelStudioClient labelStudio, ContentLimits limits) {
        return new ContentFetcher(
                HttpClient.create().option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MILLIS),
                hosts,
                labelStudio,
                limits);
    }

    @Override
    public Mono<String> textAt(String url) {
        return Mono.defer(() ->
                        url.startsWith(UPLOADS) ? uploaded(url) : fetched(hosts.require("tasks", "a task's text", url)))
                .publishOn(Schedulers.boundedElastic())
                .map(this::text);
    }

    /** Label Studio points at what was uploaded to it by a path, and gives it to those who may see it. */
    private Mono<Document> uploaded(String path) {
        if (leadsElsewhere(path)) {
            return Mono.error(new InvalidRequestException("tasks", "a task's text is no upload of Label Studio's"));
        }
        if (labelStudio == null) {
            return Mono.error(new InvalidRequestException(
                    "tasks", "a task's text is an upload of Label Studio's, and LABEL_STUDIO_URL is not set"));
        }
        return labelStudio
                .download(path)
                .map(bytes -> new Document(null, bytes))
                .onErrorMap(LabelStudioException.class, ContentFetcher::failed);
    }

    /** Past what is under {@link #UPLOADS}, by dots that somebody on the way may decode, too. */
    private static boolean leadsElsewhere(String path) {
        return path.contains("..") || path.contains("\\") || path.matches("(?is).*%(2e|2f|5c|25).*");
    }

    private static RuntimeException failed(LabelStudioException error) {
        String message = String.valueOf(error.getMessage());
        return error.isTemporary()
                ? new DependencyUnavailableException(message, error)
                : new UnreadableContentException(message);
    }

    private Mono<Document> fetched(URI uri) {
        return http.get()
                .uri(uri)
                .response((response, body) -> document(uri, response, body))
                .singleOrEmpty()
                .timeout(limits.timeout())
                .onErrorMap(
                        ContentFetcher::isAway,
                        e -> new DependencyUnavailableException(
                                uri.getHost() + ", which has a task's text, does not answer as it should", e));
    }

    private Mono<Document> document(URI uri, HttpClientResponse response, ByteBufFlux body) {
        int status = response.status().code();
        if (status != 200) {
            return Mono.error(
                    new UnreadableContentException(uri.getHost() + " answers " + status + " for a task's text"));
        }
        return new BoundedBody(limits.bytes())
                .of(body)
                .map(bytes -> new Document(response.responseHeaders().get("content-type"), bytes));
    }

    private String text(Document document) {
        String text = document.isPdf() ? pdf.of(document.bytes()) : document.text();
        if (text.length() > limits.characters()) {
            throw new UnreadableContentException("a text of more than " + limits.characters() + " characters");
        }
        return text;
    }

    private static boolean isAway(Throwable error) {
        return error instanceof IOException || error instanceof TimeoutException;
    }

    /** A document as it came. */
    private record Document(@Nullable String contentType, byte[] bytes) {

        private static final Pattern CHARSET = Pattern.compile("charset=\"?([^\"; ]+)");

        boolean isPdf() {
            return bytes.length > 4 && new String(bytes, 0, 5, StandardCharsets.ISO_8859_1).equals("%PDF-");
        }

        String text() {
            String type = contentType == null ? "text/plain" : contentType.toLowerCase(Locale.ROOT);
            if (!type.startsWith("text/") && !type.startsWith("application/json")) {
                throw new UnreadableContentException("a document that is neither text nor PDF, but " + type);
            }
            Matcher charset = CHARSET.matcher(type);
            return new String(bytes, charset.find() ? known(charset.group(1)) : StandardCharsets.UTF_8);
        }

        private static Charset known(String name) {
            try {
                return Charset.forName(name);
            } catch (IllegalArgumentException _) {
                throw new UnreadableContentException("a text in a character set that is not known");
            }
        }
    }
}
