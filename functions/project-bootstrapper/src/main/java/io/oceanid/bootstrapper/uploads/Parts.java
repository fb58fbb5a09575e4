package io.oceanid.bootstrapper.uploads;

import io.oceanid.bootstrapper.yaml.JsonOrYaml;
import io.oceanid.support.failure.InvalidRequestException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.core.codec.DecodingException;
import org.springframework.http.codec.multipart.PartEvent;
import org.springframework.http.codec.multipart.PartEventHttpMessageReader;
import org.springframework.http.server.reactive.ServerHttpRequest;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.node.ObjectNode;

/** The parts of a {@code multipart/form-data} body: files go to disk as they come, options are kept. For one request. */
final class Parts {

    private static final int MOST = 64;
    private static final int LARGEST_TEXT = 256 * 1024;
    private static final int AHEAD = 4;
    private static final String LOOKUP = "lookup.";
    private static final Pattern QUERY = Pattern.compile("\\s*(select|with|from)\\s", Pattern.CASE_INSENSITIVE);

    /** The codecs' own has no limit here. */
    private static final PartEventHttpMessageReader READER = reader();

    private final FileFolder folder;
    private final ObjectNode options;
    private final List<UploadedFile> files = new ArrayList<>();
    private final Map<String, UploadedFile> lookups = new LinkedHashMap<>();
    private @Nullable Part open;

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

    /** Reads part by part, on a thread that may write to disk: a form that breaks off is refused wherever it does. */
    Mono<Parts> read(ServerHttpRequest request) {
        return READER.read(ResolvableType.forClass(PartEvent.class), request, Map.of())
                .onErrorMap(IllegalArgumentException.class, Parts::noForm)
                .publishOn(Schedulers.boundedElastic(), AHEAD)
                .doOnNext(this::take)
                .doFinally(_ -> close())
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

    private void take(PartEvent event) {
        try {
            Part part = open == null ? opened(event) : open;
            open = part;
            byte[] bytes = new byte[event.content().readableByteCount()];
            event.content().read(bytes);
            part.add(bytes);
            if (event.isLast()) {
                open = null;
                part.end();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Part opened(PartEvent first) throws IOException {
        String part = nameOf(first);
        if (part == null) {
            return new Part.Refused(new InvalidRequestException("body", "a part of the form has no name"));
        }
        if (part.equals("file")) {
            return Part.OfFile.to(fileOf(first), files::add);
        }
        if (part.startsWith(LOOKUP)) {
            return Part.OfFile.to(fileOf(first), file -> lookups.put(part.substring(LOOKUP.length()), file));
        }
        return switch (part) {
            case "recipe" -> text(this::addRecipe);
            case "options" -> text(this::addOptions);
            default -> new Part.Refused(new InvalidRequestException(part, "there is no such part: " + part));
        };
    }

    private void close() {
        try {
            if (open != null) {
                open.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable String nameOf(PartEvent part) {
        try {
            return part.headers().getContentDisposition().getName();
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    private UploadedFile fileOf(PartEvent first) {
        return folder.next(UploadedFile.nameOf(
                first.headers().getContentDisposition().getFilename(),
                first.headers().getContentType()));
    }

    private static Part text(Consumer<String> whole) {
        return new Part.OfText(new ByteArrayOutputStream(), LARGEST_TEXT, whole);
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
