package io.oceanid.local.function;

import static io.oceanid.local.function.Endpoint.get;
import static io.oceanid.local.function.Endpoint.post;

import io.oceanid.adapter.LsTritonAdapter;
import io.oceanid.bootstrapper.ProjectBootstrapper;
import io.oceanid.sink.AnnotationsSink;
import io.oceanid.source.LabelStudioSource;
import java.util.List;
import java.util.stream.Stream;

/** Every function of a local run. */
public final class LocalFunctions {

    /** The one that the recorded session is sent to. */
    public static final LocalFunction SINK = new LocalFunction(
            "annotations-sink",
            AnnotationsSink.class,
            8081,
            List.of(
                    post("/webhook", "what Label Studio sends"),
                    post("/", "CloudEvents"),
                    get("/projects/1/export?format=csv", "what was annotated; jsonl, conll, csv"),
                    get("/health", "whether it is well")),
            LocalFunctions::sinkSettings);

    /** The one that predicts; with no Triton to ask, by the embedded rules. */
    public static final LocalFunction ADAPTER = new LocalFunction(
            "ls-triton-adapter",
            LsTritonAdapter.class,
            9090,
            List.of(
                    post("/predict", "what Label Studio asks an ML backend"),
                    post("/setup", "what it tells one of a project, before it asks"),
                    get("/health", "whether it is well")),
            Surroundings::labelStudioSettings);

    /** The one that makes projects and fills them; without a Label Studio, it shows what it reads of files. */
    public static final LocalFunction BOOTSTRAPPER = new LocalFunction(
            "project-bootstrapper",
            ProjectBootstrapper.class,
            8080,
            List.of(
                    post("/preview", "a file, to see the rows an import makes of it"),
                    post("/projects/1/import", "a file, to fill a project of Label Studio's"),
                    post("/apply", "a declaration, to make a project of Label Studio's"),
                    get("/health", "whether it is well")),
            LocalFunctions::bootstrapperSettings);

    /** The one that Label Studio's webhooks go to. */
    public static final LocalFunction SOURCE = new LocalFunction(
            "label-studio-source",
            LabelStudioSource.class,
            8082,
            List.of(
                    post("/webhook", "what Label Studio sends, on its way through the broker"),
                    get("/health", "whether it is well")),
            surroundings -> List.of("--K_SINK=" + surroundings.broker(), "--oceanid.source.warm-up=0s"));

    /** In the order in which they are started. */
    public static final List<LocalFunction> ALL = List.of(SINK, ADAPTER, BOOTSTRAPPER, SOURCE);

    private LocalFunctions() {}

    private static List<String> sinkSettings(Surroundings surroundings) {
        return Stream.concat(
                        Stream.of("--DATABASE_URL=" + surroundings.database()),
                        surroundings.labelStudioSettings().stream())
                .toList();
    }

    private static List<String> bootstrapperSettings(Surroundings surroundings) {
        return Stream.concat(
                        Stream.of("--NER_BACKEND_URL=" + ADAPTER.at("")), surroundings.labelStudioSettings().stream())
                .toList();
    }
}
