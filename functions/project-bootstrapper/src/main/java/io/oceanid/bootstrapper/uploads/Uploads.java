package io.oceanid.bootstrapper.uploads;

import io.oceanid.events.json.EventJson;
import io.oceanid.support.content.AllowedHosts;
import io.oceanid.support.failure.InvalidRequestException;
import io.oceanid.support.failure.UnsupportedContentException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes files from requests: of forms, as a body, or from where a command points to. {@link
 * io.oceanid.support.http.Admission} has bounded the bytes.
 */
public final class Uploads {

    private static final int LARGEST_COMMAND = 256 * 1024;

    private final Downloads downloads;

    /** @param maxDownload bytes of a file that is fetched */
    public Uploads(AllowedHosts hosts, long maxDownload) {
        this.downloads = new Downloads(hosts, maxDownload);
    }

    /** Puts what a request brings into a folder. */
    public Mono<Upload> receive(ServerHttpRequest request, Path path) {
        return received(new HeapBody(request), path);
    }

    private Mono<Upload> received(ServerHttpRequest request, Path path) {
        return Mono.defer(() -> {
            FileFolder folder = new FileFolder(path);
            ObjectNode query = OptionsReader.ofQuery(request.getQueryParams());
            MediaType type = typeOf(request);
            if (MediaType.MULTIPART_FORM_DATA.isCompatibleWith(type)) {
                return new Parts(folder, query)
                        .read(request)
                        .flatMap(parts -> complete(folder, parts.options(), parts.files(), parts.lookups()));
            }
            String name = UploadedFile.nameOf(nameIn(request), type);
            return folder.write(name, request.getBody())
                    .flatMap(file -> MediaType.APPLICATION_JSON.isCompatibleWith(type)
                            ? command(file, query)
                                    .flatMap(options -> complete(folder, options, List.of(), Map.of()))
                                    .switchIfEmpty(Mono.defer(() -> complete(folder, query, List.of(file), Map.of())))
                            : complete(folder, query, List.of(file), Map.of()));
        });
    }

    /** A JSON object that has a URL is a command, and no file of rows; empty if it is none. */
    private static Mono<ObjectNode> command(UploadedFile file, ObjectNode query) {
        return Mono.fromCallable(() -> commandIn(file))
                .subscribeOn(Schedulers.boundedElastic())
                .map(query::setAll)
                .cast(ObjectNode.class);
    }

    private static @Nullable ObjectNode commandIn(UploadedFile file) throws IOException {
        if (Files.size(file.path()) > LARGEST_COMMAND) {
            return null;
        }
        try {
            return EventJson.read(Files.readAllBytes(file.path())) instanceof ObjectNode object
                            && object.path("url").isString()
                    ? object
                    : null;
        } catch (JacksonException _) {
            return null;
        }
    }

    private Mono<Upload> complete(
            FileFolder folder, ObjectNode given, List<UploadedFile> files, Map<String, UploadedFile> brought) {
        ImportOptions options = new OptionsReader(given).options();
        Flux<UploadedFile> fetched = options.url() == null
                ? Flux.empty()
                : downloads.to(folder, "url", options.url()).flux();
        Map<String, UploadedFile> lookups = new LinkedHashMap<>(brought);
        return Flux.concat(Flux.fromIterable(files), fetched)
                .collectList()
                .flatMap(all -> all.isEmpty()
                        ? Mono.error(new InvalidRequestException("file", "there is no file, and no url of one"))
                        : Flux.fromIterable(options.lookups().entrySet())
                                .concatMap(lookup -> downloads
                                        .to(folder, "lookups", lookup.getValue())
                                        .doOnNext(file -> lookups.put(lookup.getKey(), file)))
                                .then(Mono.fromSupplier(() -> new Upload(options, all, lookups, folder.folder()))));
    }

    private static @Nullable String nameIn(ServerHttpRequest request) {
        String disposition = request.getHeaders().getFirst(HttpHeaders.CONTENT_DISPOSITION);
        if (disposition == null) {
            return request.getQueryParams().getFirst("name");
        }
        try {
            return request.getHeaders().getContentDisposition().getFilename();
        } catch (IllegalArgumentException _) {
            throw new InvalidRequestException("content-disposition", "content-disposition cannot be read (RFC 6266)");
        }
    }

    private static MediaType typeOf(ServerHttpRequest request) {
        if (!request.getHeaders().getOrEmpty(HttpHeaders.CONTENT_ENCODING).stream()
                .allMatch("identity"::equalsIgnoreCase)) {
            throw new UnsupportedContentException(
                    "content-encoding", "content-encoding must be absent: send the body as it is, not compressed");
        }
        try {
            MediaType type = request.getHeaders().getContentType();
            return type == null ? MediaType.APPLICATION_OCTET_STREAM : type;
        } catch (InvalidMediaTypeException _) {
            throw new UnsupportedContentException("content-type", "content-type cannot be read");
        }
    }
}
