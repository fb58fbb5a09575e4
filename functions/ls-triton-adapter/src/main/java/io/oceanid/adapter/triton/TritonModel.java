package io.oceanid.adapter.triton;

import io.oceanid.adapter.decode.UnusableLabelsException;
import io.oceanid.adapter.kserve.InferenceException;
import io.oceanid.adapter.kserve.InferenceServer;
import io.oceanid.adapter.kserve.ModelDescription;
import io.oceanid.adapter.model.EntityModel;
import io.oceanid.adapter.model.ModelException;
import io.oceanid.adapter.model.Outcome;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** A model on Triton. What it takes and gives is asked when it is first needed, and again when that has changed. */
public final class TritonModel implements EntityModel {

    private final String name;
    private final String version;
    private final InferenceServer server;
    private final Readers readers;
    private final AtomicReference<@Nullable Known> known = new AtomicReference<>();

    /**
     * @param name as Triton knows it
     * @param version as predictions are to name it
     */
    TritonModel(String name, String version, InferenceServer server, Readers readers) {
        this.name = name;
        this.version = version;
        this.server = server;
        this.readers = readers;
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public Mono<List<Outcome>> read(List<String> texts) {
        return server.describe(name)
                .map(this::reader)
                .flatMap(reader -> reader.read(texts))
                .onErrorMap(InferenceException.class, TritonModel::translated)
                .map(outcomes -> outcomes.stream().map(TritonModel::translated).toList())
                .flatMap(TritonModel::orAway);
    }

    /** Asks the server about the model; fails with a {@link ModelException} if it could not be asked to read anything. */
    public Mono<Void> check() {
        return server.describe(name)
                .map(this::reader)
                .onErrorMap(InferenceException.class, TritonModel::translated)
                .then();
    }

    private Reader reader(ModelDescription description) {
        Known now = known.get();
        if (now == null || !now.description().equals(description)) {
            now = new Known(description, create(description));
            known.set(now);
        }
        return now.reader();
    }

    /** What it says of itself and what is set of it may not go together. */
    private Reader create(ModelDescription description) {
        try {
            return readers.of(description);
        } catch (IllegalArgumentException | UnusableLabelsException e) {
            throw new ModelException(
                    ModelException.Kind.UNUSABLE, "model %s cannot be used: %s".formatted(name, e.getMessage()), e);
        }
    }

    /** Where the server was away for all of the texts, that has nothing to do with any of them. */
    private static Mono<List<Outcome>> orAway(List<Outcome> outcomes) {
        boolean away = !outcomes.isEmpty() && outcomes.stream().allMatch(TritonModel::isAway);
        return away ? Mono.error(((Outcome.Failed) outcomes.getFirst()).reason()) : Mono.just(outcomes);
    }

    private static boolean isAway(Outcome outcome) {
        return outcome instanceof Outcome.Failed(ModelException reason)
                && reason.kind() != ModelException.Kind.UNUSABLE;
    }

    private static Outcome translated(Outcome outcome) {
        return outcome instanceof Outcome.Failed(Throwable reason) ? new Outcome.Failed(translated(reason)) : outcome;
    }

    private static Throwable translated(Throwable error) {
        ModelException.Kind kind = switch (error) {
            case TimeoutException _ -> ModelException.Kind.UNAVAILABLE;
            case InferenceException e
            when e.kind() == InferenceException.Kind.UNAVAILABLE -> ModelException.Kind.UNAVAILABLE;
            case InferenceException e
            when e.kind() == InferenceException.Kind.UNKNOWN_MODEL -> ModelException.Kind.UNKNOWN;
            default -> ModelException.Kind.UNUSABLE;
        };
        return new ModelException(kind, error.getMessage(), error);
    }

    private record Known(ModelDescription description, Reader reader) {}
}
