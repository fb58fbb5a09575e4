package io.oceanid.bootstrapper.imports;

import io.micrometer.core.instrument.MeterRegistry;
import io.oceanid.bootstrapper.labelstudio.Failures;
import io.oceanid.bootstrapper.uploads.Folders;
import io.oceanid.bootstrapper.uploads.Upload;
import io.oceanid.bootstrapper.uploads.Uploads;
import io.oceanid.labelstudio.LabelStudioClient;
import io.oceanid.rows.RecipeEngine;
import io.oceanid.support.failure.InvalidRequestException;
import io.oceanid.support.failure.UnfinishedException;
import io.oceanid.support.failure.UnknownResourceException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is asked of imports over HTTP. No function bean, since Spring Cloud Function reads whole bodies.
 */
final class ImportEndpoint {

    private static final Logger log = LoggerFactory.getLogger(ImportEndpoint.class);
    /** Reactor's key of the hook for errors that come when all is over. */
    private static final String ON_ERROR_DROPPED = "reactor.onErrorDropped.local";

    private static final int PREVIEWED = 20;
    private static final int MOST_PREVIEWED = 1_000;

    private final Uploads uploads;
    private final Folders folders;
    private final Places places;
    private final RunningImports running;
    private final MeterRegistry meters;
    private final @Nullable LabelStudioClient labelStudio;
    private final @Nullable RecipeEngine recipes;

    ImportEndpoint(
            Uploads uploads,
            Folders folders,
            Places places,
            RunningImports running,
            MeterRegistry meters,
            @Nullable LabelStudioClient labelStudio,
            @Nullable RecipeEngine recipes) {
        this.uploads = uploads;
        this.folders = folders;
        this.places = places;
        this.running = running;
        this.meters = meters;
        this.labelStudio = labelStudio;
        this.recipes = recipes;
    }

    RouterFunction<ServerResponse> routes() {
        return RouterFunctions.route()
                .POST(
                        "/projects/{id}/import",
                        request -> answered(exchange -> imported(exchange, project(request.pathVariable("id")))))
                .POST("/preview", _ -> answered(this::previewed))
                .build();
    }

    /** Written by hand, since it may be events and may be a failure before the first of them. */
    private static Mono<ServerResponse> answered(Function<ServerWebExchange, Mono<Void>> work) {
        return ServerResponse.ok()
                .build((exchange, _) -> Mono.defer(() -> work.apply(exchange))
                        .contextWrite(context ->
                                context.put(ON_ERROR_DROPPED, (Consumer<Throwable>) ImportEndpoint::toldToNobody)));
    }

    /** A body that is given up goes on for a while, and a reader that is cancelled is interrupted; neither matters. */
    private static void toldToNobody(Throwable error) {
        log.debug("after an import was over: {}", error.getMessage());
    }

    private Mono<Void> imported(ServerWebExchange exchange, long project) {
        if (labelStudio == null) {
            return Mono.error(Failures.notConfigured());
        }
        ProjectTasks tasks = new ProjectTasks(labelStudio, project);
        Tally tally = new Tally(meters);
        AtomicBoolean begun = new AtomicBoolean();
        Mono<ObjectNode> report = running.alone(project, withUpload(exchange, upload -> {
                    begun.set(true);
                    return new ProjectImport(tasks, new UploadedRows(upload, recipes), settings(upload), tally)
                            .run()
                            .onErrorMap(error -> new UnfinishedException(error, tally.report(project)));
                }))
                .then(Mono.fromSupplier(() -> tally.report(project)));
        return Answers.wantsEvents(exchange)
                ? Answers.events(exchange.getResponse(), begun::get, tally::progress, report)
                : Answers.json(exchange.getResponse(), report);
    }

    private static ImportSettings settings(Upload upload) {
        return ImportSettings.of(upload.options().chunk(), upload.options().refuseBroken());
    }

    private Mono<Void> previewed(ServerWebExchange exchange) {
        int rows = previewedRows(exchange.getRequest());
        return Answers.json(
                exchange.getResponse(),
                withUpload(exchange, upload -> new Preview(new UploadedRows(upload, recipes), rows).run()));
    }

    /** All that the work takes is free again when its result is there, and so before it is answered. */
    private <T> Mono<T> withUpload(ServerWebExchange exchange, Function<Upload, Mono<T>> work) {
        return places.take(folders.with(
                folder -> uploads.receive(exchange.getRequest(), folder).flatMap(work)));
    }

    private static int previewedRows(ServerHttpRequest request) {
        String rows = request.getQueryParams().getFirst("rows");
        if (rows == null) {
            return PREVIEWED;
        }
        if (!rows.matches("[0-9]{1,4}") || Integer.parseInt(rows) < 1 || Integer.parseInt(rows) > MOST_PREVIEWED) {
            throw new InvalidRequestException("rows", "rows is no number from 1 to " + MOST_PREVIEWED);
        }
        return Integer.parseInt(rows);
    }

    private static long project(String id) {
        if (!id.matches("[1-9][0-9]{0,17}")) {
            throw new UnknownResourceException("there is no project " + id);
        }
        return Long.parseLong(id);
    }
}
