package io.oceanid.bootstrapper.project;

import io.oceanid.bootstrapper.declaration.Declarations;
import io.oceanid.bootstrapper.labelstudio.Failures;
import io.oceanid.events.json.EventJson;
import java.util.Optional;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Takes requests in as {@link DeclarationFilter} hands them over. */
final class BootstrapRequests {

    private final Declarations declarations;
    private final Optional<Bootstrap> bootstrap;

    /** @param bootstrap empty where no Label Studio is configured */
    BootstrapRequests(Declarations declarations, Optional<Bootstrap> bootstrap) {
        this.declarations = declarations;
        this.bootstrap = bootstrap;
    }

    Mono<ObjectNode> plan(String body) {
        JsonNode request = EventJson.read(body);
        var declared = declarations.read(request.path("declaration"));
        return bootstrap().flatMap(known -> known.plan(declared, options(request)));
    }

    Mono<ObjectNode> apply(String body) {
        JsonNode request = EventJson.read(body);
        var declared = declarations.read(request.path("declaration"));
        return bootstrap().flatMap(known -> known.apply(declared, options(request)));
    }

    Mono<ObjectNode> create(String body) {
        JsonNode request = EventJson.read(body);
        var declared = declarations.shortForm(request.path("declaration"));
        return bootstrap().flatMap(known -> known.apply(declared, options(request)));
    }

    private Mono<Bootstrap> bootstrap() {
        return bootstrap.map(Mono::just).orElseGet(() -> Mono.error(Failures.notConfigured()));
    }

    private static ApplyOptions options(JsonNode request) {
        return new ApplyOptions(
                request.path("force").booleanValue(false),
                request.path("prune").booleanValue(false),
                request.has("project") ? request.path("project").longValue() : null);
    }
}
