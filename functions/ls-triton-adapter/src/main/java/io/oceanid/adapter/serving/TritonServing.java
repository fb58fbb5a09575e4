package io.oceanid.adapter.serving;

import io.oceanid.adapter.kserve.ResilientServer;
import io.oceanid.adapter.model.EntityModel;
import io.oceanid.adapter.prediction.Models;
import io.oceanid.adapter.prediction.Wish;
import io.oceanid.adapter.triton.Batches;
import io.oceanid.adapter.triton.TritonModel;
import io.oceanid.adapter.triton.TritonModels;
import io.oceanid.adapter.triton.TritonModels.ModelSettings;
import io.oceanid.support.telemetry.Telemetry;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** The models of a Triton, and the rules that may stand in for them. */
final class TritonServing implements Models, AutoCloseable {

    private final Tokenizers tokenizers = new Tokenizers();
    private final ServingProperties properties;
    private final EntityModel rules;
    private final ResilientServer server;
    private final TritonModels models;

    TritonServing(ServingProperties properties, EntityModel rules, Telemetry telemetry) {
        this.properties = properties;
        this.rules = rules;
        // first what may be missing on this machine: it stops the start
        ModelSettings defaults = settings(properties.model());
        Map<String, ModelSettings> named = new HashMap<>();
        named.put(properties.defaultModel(), defaults);
        properties.models().forEach((name, model) -> named.put(name, settings(model)));
        this.server = ResilientServer.of(properties.server(), telemetry);
        Batches batches = new Batches(properties.concurrency(), properties.linger(), properties.patience());
        this.models = new TritonModels(server, batches, named, defaults.withoutVersion(), telemetry.meters());
    }

    /**
     * While Triton is left alone the rules answer, where they may, under their own name: Label Studio then sees that it
     * was another model, and asks again once Triton is back.
     */
    @Override
    public EntityModel of(Wish wish) {
        return properties.fallback() && server.isOpen()
                ? rules
                : models.of(Objects.requireNonNullElse(wish.model(), properties.defaultModel()));
    }

    /** The model that answers callers that name none. */
    TritonModel defaultModel() {
        return models.of(properties.defaultModel());
    }

    @Override
    public void close() {
        server.close();
        tokenizers.close();
    }

    private ModelSettings settings(ModelProperties model) {
        return new ModelSettings(model.version(), tokenizers.of(model), model.tokens());
    }
}
