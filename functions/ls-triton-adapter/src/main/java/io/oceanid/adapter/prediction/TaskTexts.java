package io.oceanid.adapter.prediction;

import io.oceanid.adapter.labelconfig.TextObject;
import io.oceanid.support.failure.InvalidRequestException;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Finds the texts that a task shows. */
final class TaskTexts {

    private final TextSource source;

    TaskTexts(TextSource source) {
        this.source = source;
    }

    /** One for each object, in their order; does not fail. */
    Mono<List<Lookup>> of(ObjectNode data, List<TextObject> objects) {
        return Flux.fromIterable(objects)
                .concatMap(object -> lookUp(data, object))
                .collectList();
    }

    private Mono<Lookup> lookUp(ObjectNode data, TextObject object) {
        JsonNode value = object.path().in(data).filter(JsonNode::isValueNode).orElse(null);
        if (value == null) {
            return Mono.just(new Lookup.Absent(object));
        }
        return (object.isUrl() ? source.textAt(value.asString()) : Mono.just(value.asString()))
                .<Lookup>map(text -> new Lookup.Known(object, decoded(object, text)))
                .onErrorResume(error -> Mono.just(new Lookup.Unusable(object, error)));
    }

    private static String decoded(TextObject object, String text) {
        try {
            return object.encoding().decode(text);
        } catch (IllegalArgumentException _) {
            String field = object.path().field();
            throw new InvalidRequestException(
                    field, field + " is not in the encoding that the label config says, " + object.encoding());
        }
    }
}
