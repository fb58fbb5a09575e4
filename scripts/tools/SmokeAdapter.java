import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The adapter: what the embedded rules find, and, by a second process, what a model of tokens does. */
final class SmokeAdapter implements NativeSmoke.Round {

    private static final Path TOKENIZER =
            Path.of("functions/ls-triton-adapter/src/test/resources/io/oceanid/adapter/token/bert-cased");

    private final Path executable;
    private final Path log;
    private final Caller caller;
    private final Checks checks;

    /** @param log of the second process */
    SmokeAdapter(Path executable, Path log, Caller caller, Checks checks) {
        this.executable = executable;
        this.log = log;
        this.caller = caller;
        this.checks = checks;
    }

    @Override
    public void requests() throws Exception {
        setUp(caller, "rules-1");
        Set<String> found = predicted(caller, "rules-1");
        checks.same(
                Set.of("VESSEL MV NORTHERN STAR", "IMO IMO 9321483", "HS_CODE 1201.90", "PORT Santos", "DATE 2024-03-01"),
                found,
                "the rules find " + found);
        tokens();
    }

    /** A tokenizer is a library of its own, which the executable loads. */
    private void tokens() throws Exception {
        Files.deleteIfExists(log);
        try (Triton triton = new Triton();
                FunctionProcess second = FunctionProcess.launch(
                        "ls-triton-adapter",
                        List.of(executable.toAbsolutePath().toString()),
                        log,
                        Map.of(
                                "TRITON_BASE_URL", triton.url(),
                                "DEFAULT_MODEL", Triton.MODEL,
                                "NER_TOKENIZER", TOKENIZER.toAbsolutePath().toString(),
                                "NER_LABELS", "O,B-VESSEL,I-VESSEL,B-PORT,I-PORT"));
                Caller other = new Caller(second.url())) {
            second.awaitHealth();
            setUp(other, Triton.MODEL);
            Set<String> found = predicted(other, Triton.MODEL);
            checks.that(!found.isEmpty(), "with a tokenizer, a model of tokens finds " + found);
        }
    }

    private void setUp(Caller adapter, String version) throws Exception {
        HttpResponse<String> answer = adapter.postJson(
                "/setup", Map.of("project", "1.1795426955", "schema", Subject.Adapter.LABEL_CONFIG, "extra_params", Map.of()));
        checks.same(
                "200 " + version,
                answer.statusCode() + " " + Json.at(Json.read(answer.body()), "model_version"),
                "/setup: " + version);
    }

    /** Each as label and text, whose offsets were compared. */
    private Set<String> predicted(Caller adapter, String version) throws Exception {
        HttpResponse<String> answer = adapter.postJson("/predict", Subject.Adapter.CALL);
        checks.same(200, answer.statusCode(), "/predict: 200");
        Object body = Json.read(answer.body());
        checks.same(version, Json.at(body, "results", 0, "model_version"), "by " + version);
        int[] text = Subject.Adapter.TEXT.codePoints().toArray();
        Set<String> found = new HashSet<>();
        boolean right = true;
        for (Object region : Json.list(body, "results", 0, "result")) {
            int start = (int) Json.number(region, "value", "start");
            int end = (int) Json.number(region, "value", "end");
            String said = (String) Json.at(region, "value", "text");
            right &= said.equals(new String(text, start, end - start));
            found.add(Json.at(region, "value", "labels", 0) + " " + said);
        }
        checks.that(right, "offsets are those of the texts");
        return found;
    }

    @Override
    public HttpResponse<String> refused() throws Exception {
        return caller.postJson("/predict", Map.of("tasks", "none"));
    }

    @Override
    public int refusal() {
        return 400;
    }
}
