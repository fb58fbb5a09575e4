package io.oceanid.adapter.triton;

import io.micrometer.core.instrument.MeterRegistry;
import io.oceanid.adapter.kserve.InferenceServer;
import io.oceanid.adapter.token.TextTokenizer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The models of one server, each made when it is first asked for.
 *
 * <p>Thread-safe.
 */
public final class TritonModels {

    /** Names come from callers too, so only the ones last used are kept. */
    private static final int KEPT = 32;

    private final InferenceServer server;
    private final BatcherFactory batchers;
    private final ModelSettings defaults;
    private final Map<String, ModelSettings> settings;
    private final Map<String, TritonModel> models = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, TritonModel> eldest) {
            return size() > KEPT;
        }
    };

    /**
     * @param settings of models by name
     * @param defaults of all others
     */
    public TritonModels(
            InferenceServer server,
            Batches batches,
            Map<String, ModelSettings> settings,
            ModelSettings defaults,
            MeterRegistry meters) {
        this.server = server;
        this.batchers = new BatcherFactory(batches, new ModelNames(KEPT), meters);
        this.settings = Map.copyOf(settings);
        this.defaults = defaults;
    }

    /** The model of a name, whether the server has it or not. */
    public synchronized TritonModel of(String name) {
        return models.computeIfAbsent(name, this::create);
    }

    private TritonModel create(String name) {
        ModelSettings own = settings.getOrDefault(name, defaults);
        String version = own.version().isBlank() ? name : own.version().strip();
        return new TritonModel(name, version, server, new Readers(server, own.tokenizer(), own.tokens(), batchers));
    }

    /**
     * What there is to know of a model beside what the server says.
     *
     * @param version as predictions are to name it; blank for its name
     * @param tokenizer for a model of tokens; null for one that takes texts
     */
    public record ModelSettings(String version, @Nullable TextTokenizer tokenizer, TokenSettings tokens) {

        /** The same for a model that goes by its own name. */
        public ModelSettings withoutVersion() {
            return new ModelSettings("", tokenizer, tokens);
        }
    }
}
