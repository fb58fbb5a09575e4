import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** Tries native executables, one after the other. scripts/native-smoke runs it, and its --help tells the settings. */
final class NativeSmoke {

    private static final Map<String, String> HEALTH = Map.of(
            "annotations-sink", "{\"ok\":true,\"database\":true}",
            "label-studio-source", "{\"ok\":true}",
            "ls-triton-adapter", "{\"ok\":true,\"status\":\"UP\"}",
            "project-bootstrapper", "{\"ok\":true}");

    /** What an executable says where it was built without something that it needs. */
    private static final Pattern MISSING = Pattern.compile(
            "Missing\\w*Registration|NoClassDefFound|ClassNotFound|NoSuch(Method|Field)|UnsatisfiedLink|MissingResource"
                    + "|Resource not found"
                    + "|No serializer found|InvalidDefinitionException");

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Path kept;
    private final Path logs;
    private final Checks checks = new Checks();

    private NativeSmoke(Path kept) {
        this.kept = kept;
        this.logs = kept.resolve("log");
    }

    /** @param args the folder of what the scripts keep, then {@code <name>=<executable>} for each function */
    public static void main(String[] args) {
        NativeSmoke smoke = new NativeSmoke(Path.of(args[0]));
        for (String argument : List.of(args).subList(1, args.length)) {
            String[] named = argument.split("=", 2);
            smoke.tryOut(named[0], Path.of(named[1]));
        }
        int differences = smoke.checks.differences();
        System.out.println(differences == 0 ? "all is as it should be" : differences + " things are not as they should be");
        System.exit(differences == 0 ? 0 : 1);
    }

    /** What a function does beside what all of them do. */
    interface Round {

        void requests() throws Exception;

        /** A request that it does not take. */
        HttpResponse<String> refused() throws Exception;

        /** The status of that. */
        int refusal();
    }

    private void tryOut(String name, Path executable) {
        checks.part(name);
        Path log = logs.resolve("native-" + name + ".log");
        try (Subject subject = Subject.of(name, kept)) {
            Files.deleteIfExists(log);
            FunctionProcess function = FunctionProcess.launch(
                    name, List.of(executable.toAbsolutePath().toString()), log, subject.settings());
            try (function;
                    Caller caller = new Caller(function.url())) {
                function.awaitHealth();
                probes(name, caller, function);
                Round round = round(name, executable, subject, caller);
                round.requests();
                refusal(round);
                metrics(caller);
                stop(function);
            }
        } catch (InterruptedException e) {
            System.exit(130);
        } catch (Exception e) {
            checks.that(false, "it goes on to the end; what stopped it: " + e.getMessage());
        }
        log(log);
    }

    private Round round(String name, Path executable, Subject subject, Caller caller) {
        return switch (subject) {
            case Subject.Source source -> new SmokeSource(source, caller, checks);
            case Subject.Sink _ -> new SmokeSink(caller, checks);
            case Subject.Adapter _ -> new SmokeAdapter(executable, logs.resolve("native-" + name + "-tokens.log"), caller, checks);
            case Subject.Imports _ -> new SmokeBootstrapper(caller, checks);
            default -> throw new IllegalArgumentException(name);
        };
    }

    private void probes(String name, Caller caller, FunctionProcess function) throws IOException, InterruptedException {
        checks.same(Json.read(HEALTH.get(name)), Json.read(caller.get("/health").body()), "/health: " + HEALTH.get(name));
        function.awaitReadiness();
        for (String probe : List.of("liveness", "readiness")) {
            HttpResponse<String> answer = caller.get("/actuator/health/" + probe);
            checks.same("200 UP", answer.statusCode() + " " + Json.at(Json.read(answer.body()), "status"), probe + ": 200 UP");
        }
    }

    private void refusal(Round round) throws Exception {
        HttpResponse<String> answer = round.refused();
        checks.same(round.refusal(), answer.statusCode(), "what it does not take: " + round.refusal());
        String type = answer.headers().firstValue("Content-Type").orElse("no type");
        checks.that(type.startsWith("application/problem+json"), "with a problem as its answer (%s)".formatted(type));
        checks.same(
                (long) round.refusal(), Json.number(Json.read(answer.body()), "status"), "that says why: " + answer.body());
    }

    private void metrics(Caller caller) throws IOException, InterruptedException {
        HttpResponse<String> scrape = caller.get("/actuator/prometheus");
        checks.same(200, scrape.statusCode(), "/actuator/prometheus: 200");
        boolean counted = scrape.body()
                .lines()
                .anyMatch(line -> line.startsWith("http_server_request_duration_seconds_count") && line.contains("\"POST\""));
        checks.that(counted, "with the requests so far");
    }

    private void stop(FunctionProcess function) throws InterruptedException {
        long begin = System.nanoTime();
        OptionalInt code = function.stop(PATIENCE);
        long millis = (System.nanoTime() - begin) / 1_000_000;
        checks.that(
                code.isPresent() && (code.getAsInt() == 0 || code.getAsInt() == 143),
                code.isPresent()
                        ? "SIGTERM: it ended with %d after %d ms".formatted(code.getAsInt(), millis)
                        : "SIGTERM: it ends within %d s".formatted(PATIENCE.toSeconds()));
    }

    private void log(Path log) {
        try {
            List<String> missing = Files.readAllLines(log).stream()
                    .filter(MISSING.asPredicate())
                    .distinct()
                    .toList();
            checks.same(List.of(), missing, "its log misses nothing");
        } catch (IOException e) {
            checks.that(false, "it says something in " + log);
        }
    }
}
