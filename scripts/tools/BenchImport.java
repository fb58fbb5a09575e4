import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** See scripts/bench/import. */
class BenchImport {

    static final int SHEET_ROWS = 1_000_000;
    static final Pattern COUNT = Pattern.compile("\"read\":(\\d+),\"sent\":(\\d+),\"known\":(\\d+)");
    static final Pattern HEAP = Pattern.compile("(\\d+)M->\\d+M\\(\\d+M\\)");

    static final HttpClient HTTP = HttpClient.newHttpClient();

    public static void main(String[] arguments) throws Exception {
        Path jar = Path.of(arguments[0]);
        Path folder = Path.of(arguments[1]);
        Path log = Path.of(arguments[2]);
        IO.println("| file | size | rows | import | seconds | rows a second | most heap | most memory |");
        IO.println("|---|---|---|---|---|---|---|---|");
        for (String format : Environment.setting("FORMATS", "csv xlsx").split("\\s+")) {
            Path file = folder.resolve("cargo." + format);
            make(file, format);
            try (Counting labelStudio = new Counting();
                    Measured function = new Measured(jar, log, labelStudio)) {
                for (String round : List.of("first", "again")) {
                    IO.println(line(file, round, function));
                }
            } finally {
                Files.delete(file);
            }
        }
    }

    static String line(Path file, String round, Measured function) throws Exception {
        long begin = System.nanoTime();
        String answer = function.imports(file);
        double seconds = (System.nanoTime() - begin) / 1e9;
        Matcher count = COUNT.matcher(answer);
        if (!count.find()) {
            throw new IllegalStateException("the import failed: " + answer);
        }
        long rows = Long.parseLong(count.group(1));
        return "| %s | %d MB | %d | %s: %s sent, %s known | %.1f | %.0f | %s | %s |"
                .formatted(
                        file.getFileName(),
                        Files.size(file) >> 20,
                        rows,
                        round,
                        count.group(2),
                        count.group(3),
                        seconds,
                        rows / seconds,
                        function.mostHeap(),
                        function.mostMemory());
    }

    static void make(Path file, String format) throws IOException {
        int rows = Integer.parseInt(Environment.setting("ROWS", "1000000"));
        Random random = new Random(7);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            switch (format) {
                case "csv" -> {
                    out.write("text,hs,imo,note\n".getBytes(UTF_8));
                    for (int i = 0; i < rows; i++) {
                        out.write("\"Row %d, a \"\"quoted\"\" text\nof two lines\",0901.21,0321483,NA\n"
                                .formatted(i)
                                .getBytes(UTF_8));
                    }
                }
                case "jsonl" -> {
                    for (int i = 0; i < rows; i++) {
                        out.write("{\"text\":\"Row %d, a text\",\"hs\":\"0901.21\",\"imo\":\"0321483\"}\n"
                                .formatted(i)
                                .getBytes(UTF_8));
                    }
                }
                case "xlsx" -> workbook(file, out, random);
                default -> throw new IllegalArgumentException("no such format: " + format);
            }
        }
    }

    /** Of random digits, which hardly compress: the file is as large as its text is long. */
    static void workbook(Path file, OutputStream out, Random random) throws IOException {
        long limit = Long.parseLong(Environment.setting("XLSX_MB", "200")) << 20;
        try (Workbook workbook = new Workbook(out, 1)) {
            workbook.row(Workbook.text("text"), Workbook.text("hs"), Workbook.text("b"), Workbook.text("c"));
            for (int i = 2; i <= SHEET_ROWS && Files.size(file) < limit; i++) {
                workbook.row(
                        Workbook.text(digits(random)),
                        Workbook.text("0901.21"),
                        Workbook.text(digits(random)),
                        Workbook.text(digits(random)));
            }
        }
    }

    static String digits(Random random) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < 10; i++) {
            digits.append(Long.toHexString(random.nextLong()));
        }
        return digits.toString();
    }

    /** The function, in a process of its own. */
    static class Measured implements AutoCloseable {

        final Path collections;
        final FunctionProcess process;

        Measured(Path jar, Path logs, Counting labelStudio) throws Exception {
            collections = logs.resolve("bench-import-gc.log").toAbsolutePath();
            List<String> jvm = new ArrayList<>();
            jvm.addAll(List.of(Environment.setting("BOOTSTRAPPER_JVM", "-Xmx128m -XX:+UseSerialGC")
                    .split("\\s+")));
            jvm.addAll(List.of("-XX:+ExitOnOutOfMemoryError", "-Xlog:gc:file=" + collections + "::filecount=0"));
            Map<String, String> settings = Map.of(
                    "LABEL_STUDIO_URL", labelStudio.url(),
                    "LABEL_STUDIO_PAT", "token",
                    "OCEANID_BOOTSTRAPPER_IMPORTS_MAX_UPLOAD", "2GB");
            process = FunctionProcess.start(jar, logs.resolve("bench-import.log"), jvm, false, settings);
        }

        String imports(Path file) throws Exception {
            HttpRequest request = HttpRequest.newBuilder(uri("/projects/1/import?name=" + file.getFileName()))
                    .header("Content-Type", "application/octet-stream")
                    .POST(BodyPublishers.ofFile(file))
                    .build();
            return HTTP.send(request, BodyHandlers.ofString()).body();
        }

        URI uri(String path) {
            return URI.create(process.url() + path);
        }

        String mostHeap() throws IOException {
            return HEAP
                    .matcher(Files.readString(collections))
                    .results()
                    .mapToInt(found -> Integer.parseInt(found.group(1)))
                    .max()
                    .stream()
                    .mapToObj(most -> most + " MB")
                    .findFirst()
                    .orElse("?");
        }

        String mostMemory() throws IOException {
            Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
            if (!Files.exists(status)) {
                return "?";
            }
            Matcher most = Pattern.compile("VmHWM:\\s+(\\d+) kB").matcher(Files.readString(status));
            return most.find() ? Long.parseLong(most.group(1)) / 1024 + " MB" : "?";
        }

        @Override
        public void close() {
            process.close();
        }
    }

    /** A Label Studio that keeps of each task the digest of its row. */
    static class Counting implements AutoCloseable {

        static final Pattern DIGEST = Pattern.compile("\"row\":\"([0-9a-f]{32})\"");
        static final Pattern AFTER = Pattern.compile("\"operator\":\"greater\".*\"value\":(\\d+)");
        static final Pattern PAGE = Pattern.compile("page_size=(\\d+)");

        final List<String> digests = new ArrayList<>();
        final HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);

        Counting() throws IOException {
            server.createContext("/", this::handle);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.start();
        }

        String url() {
            return "http://127.0.0.1:" + server.getAddress().getPort();
        }

        void handle(HttpExchange exchange) throws IOException {
            try (exchange) {
                String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
                byte[] answer = answer(exchange.getRequestURI(), body).getBytes(UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, answer.length);
                exchange.getResponseBody().write(answer);
            }
        }

        synchronized String answer(URI uri, String body) {
            if (uri.getPath().endsWith("/import")) {
                DIGEST.matcher(body).results().forEach(found -> digests.add(found.group(1)));
                return "{\"task_ids\":[" + digests.size() + "]}";
            }
            if (!uri.getPath().equals("/api/tasks")) {
                return "{\"task_number\":" + digests.size() + "}";
            }
            String query = URLDecoder.decode(uri.getRawQuery(), UTF_8);
            Matcher after = AFTER.matcher(query);
            Matcher page = PAGE.matcher(query);
            int from = after.find() ? Integer.parseInt(after.group(1)) : 0;
            int to = Math.min(digests.size(), page.find() ? from + Integer.parseInt(page.group(1)) : from + 100);
            StringBuilder tasks = new StringBuilder();
            for (int i = from; i < to; i++) {
                tasks.append(i == from ? "" : ",").append("{\"id\":").append(i + 1);
                tasks.append(",\"meta\":{\"oceanid\":{\"row\":\"")
                        .append(digests.get(i))
                        .append("\"}}}");
            }
            return "{\"total\":" + (digests.size() - from) + ",\"tasks\":[" + tasks + "]}";
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}
