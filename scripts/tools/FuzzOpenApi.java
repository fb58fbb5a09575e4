import com.sun.net.httpserver.HttpServer;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;

/** Starts the functions, and has schemathesis call them by their documents; scripts/fuzz/openapi runs it. */
final class FuzzOpenApi {

    private static final String SECRET = "fuzz";
    private static final List<String> JVM = List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
    private static final String CHECKS = String.join(
            ",",
            "not_a_server_error",
            "status_code_conformance",
            "content_type_conformance",
            "response_schema_conformance",
            "ignored_auth");

    private final Path jars;
    private final Path folder;

    private FuzzOpenApi(Path jars, Path folder) {
        this.jars = jars;
        this.folder = folder;
    }

    /** Takes the folder of the jars and one to put things in. */
    public static void main(String[] args) throws IOException, InterruptedException {
        System.exit(new FuzzOpenApi(Path.of(args[0]), Path.of(args[1])).run());
    }

    private int run() throws IOException, InterruptedException {
        int database = FunctionProcess.freePort();
        Process postgres = startPostgres(database);
        HttpServer broker = startBroker();
        Map<String, FunctionProcess> functions = new LinkedHashMap<>();
        try {
            functions.put("annotations-sink", start("annotations-sink", Map.of(
                    "DATABASE_URL", "postgresql://oceanid@127.0.0.1:%d/oceanid".formatted(database))));
            functions.put("label-studio-source", start("label-studio-source", Map.of(
                    "K_SINK", "http://127.0.0.1:%d/".formatted(broker.getAddress().getPort()))));
            functions.put("ls-triton-adapter", start("ls-triton-adapter", Map.of()));
            functions.put("project-bootstrapper", start("project-bootstrapper", Map.of()));
            int worst = 0;
            for (Map.Entry<String, FunctionProcess> function : functions.entrySet()) {
                worst = Math.max(worst, tryAll(function.getKey(), function.getValue().url()));
            }
            return worst;
        } finally {
            functions.values().forEach(FunctionProcess::close);
            broker.stop(0);
            postgres.destroy();
            postgres.waitFor();
        }
    }

    private FunctionProcess start(String name, Map<String, String> own) throws IOException, InterruptedException {
        Map<String, String> settings = new LinkedHashMap<>(own);
        settings.put("WEBHOOK_SECRET", SECRET);
        return FunctionProcess.start(
                jars.resolve(name + ".jar"), jars.resolve("log/fuzz-" + name + ".log"), JVM, false, settings);
    }

    private Process startPostgres(int port) throws IOException {
        Process postgres = new ProcessBuilder(
                        System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                        "-Xmx96m",
                        "-jar",
                        jars.resolve("local.jar").toString(),
                        "--folder=" + folder.toAbsolutePath(),
                        "--database-only=" + port)
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(jars.resolve("log/fuzz-postgresql.log").toFile()))
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(postgres::destroy));
        return postgres;
    }

    private static HttpServer startBroker() throws IOException {
        HttpServer broker = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        broker.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(202, -1);
            exchange.close();
        });
        broker.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        broker.start();
        return broker;
    }

    private static int tryAll(String name, String url) throws IOException, InterruptedException {
        System.out.printf("%n== %s%n", name);
        List<String> command = new ArrayList<>(List.of(
                Environment.setting("SCHEMATHESIS", "schemathesis"), "--config-file", "scripts/fuzz/schemathesis.toml",
                "run", "functions/" + name + "/openapi.json"));
        command.addAll(List.of("--url", url, "--header", "X-Webhook-Secret: " + SECRET, "--checks", CHECKS));
        command.addAll(List.of("--max-examples", Environment.setting("EXAMPLES", "200")));
        command.addAll(List.of("--seed", Environment.setting("SEED", "1"), "--workers", "1", "--continue-on-failure"));
        command.addAll(List.of("--phases", "examples,coverage,fuzzing", "--mode", "all", "--request-timeout", "20"));
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }
}
