package io.oceanid.bootstrapper.uploads;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.oceanid.bootstrapper.yaml.JsonOrYaml;
import io.oceanid.support.failure.InvalidRequestException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.core.codec.DecodingException;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.codec.multipart.PartEvent;
import org.springframework.http.codec.multipart.PartEventHttpMessageReader;
import org.springframework.http.server.reactive.ServerHttpRequest;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ObjectNode;

/** The parts of a {@code multipart/form-data} body: files go to disk as they come, options are kept. For one request. */
final class Parts {

    private static final int MOST = 64;
    private static final int LARGEST_TEXT = 256 * 1024;
    private static final String LOOKUP = "lookup.";
    private static final Pattern QUERY = Pattern.compile("\\s*(select|with|from)\\s", Pattern.CASE_INSENSITIVE);

    /** The codecs' own has no limit here. */
    private static final PartEventHttpMessageReader READER = reader();

    private final FileFolder folder;
    private final ObjectNode options;
    private final List<UploadedFile> files = new ArrayList<>();
    private final Map<String, UploadedFile> lookups = new LinkedHashMap<>();

    /** @param options of the query, which parts add to */
    Parts(FileFolder folder, ObjectNode options) {
        this.folder = folder;
        this.options = options;
    }

    private static PartEventHttpMessageReader reader() {
        PartEventHttpMessageReader reader = new PartEventHttpMessageReader();
        reader.setMaxInMemorySize(LARGEST_TEXT);
        reader.setMaxParts(MOST);
        return reader;
    }

    Mono<Parts> read(ServerHttpRequest request) {
        return READER.read(ResolvableType.forClass(PartEvent.class), request, Map.of())
                .windowUntil(PartEvent::isLast, false, 4)
                .onErrorMap(IllegalArgumentException.class, Parts::noForm)
                .concatMap(window -> window.switchOnFirst((first, events) -> {
                    PartEvent event = first.get();
                    return event == null ? events.then() : part(event, events);
                }))
                .doOnDiscard(PartEvent.class, event -> DataBufferUtils.release(event.content()))
                .then(Mono.just(this))
                .onErrorMap(DecodingException.class, Parts::noForm);
    }

    /** Of a boundary that is none, or of a header of a part that Spring's reader stumbles over. */
    private static InvalidRequestException noForm(Throwable error) {
        return new InvalidRequestException("body", "the body is not multipart/form-data, as it says");
    }

    List<UploadedFile> files() {
        return files;
    }

    Map<String, UploadedFile> lookups() {
        return lookups;
    }

    ObjectNode options() {
        return options;
    }

    private Mono<Void> part(PartEvent first, Flux<PartEvent> events) {
        Flux<DataBuffer> content = events.map(PartEvent::content);
        String part = nameOf(first);
        if (part == null) {
            return content.doOnNext(DataBufferUtils::release)
                    .then(Mono.error(new InvalidRequestException("body", "a part of the form has no name")));
        }
        if (part.equals("file")) {
            return written(first, content).doOnNext(files::add).then();
        }
        if (part.startsWith(LOOKUP)) {
            return written(first, content)
                    .doOnNext(file -> lookups.put(part.substring(LOOKUP.length()), file))
                    .then();
        }
        return switch (part) {
            case "recipe" -> text(content).doOnNext(this::addRecipe).then();
            case "options" -> text(content).doOnNext(this::addOptions).then();
            default ->
                content.doOnNext(DataBufferUtils::release)
                        .then(Mono.error(new InvalidRequestException(part, "there is no such part: " + part)));
        };
    }

    private static @Nullable String nameOf(PartEvent part) {
        try {
            return part.headers().getContentDisposition().getName();
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    private Mono<UploadedFile> written(PartEvent first, Flux<DataBuffer> content) {
        String name = UploadedFile.nameOf(
                first.headers().getContentDisposition().getFilename(),
                first.headers().getContentType());
        return folder.write(name, content);
    }

    private static Mono<String> text(Flux<DataBuffer> content) {
        return DataBufferUtils.join(content, LARGEST_TEXT).map(buffer -> {
            try {
                return buffer.toString(UTF_8);
            } finally {
                DataBufferUtils.release(buffer);
            }
        });
    }

    /** Steps in JSON or YAML, or one query as it is. */
    private void addRecipe(String text) {
        if (QUERY.matcher(text).lookingAt()) {
            options.put("recipe", text); // a query may hold what YAML would stumble over
        } else {
            options.set("recipe", JsonOrYaml.read("recipe", text));
        }
    }

    private void addOptions(String text) {
        if (!(JsonOrYaml.read("options", text) instanceof ObjectNode given)) {
            throw new InvalidRequestException("options", "options is not an object");
        }
        options.setAll(given);
    }
}
