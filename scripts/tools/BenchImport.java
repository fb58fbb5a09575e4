import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** See scripts/bench/import. */
class BenchImport {

    static final int SHEET_ROWS = 1_000_000;
    static final Pattern COUNT = Pattern.compile("\"read\":(\\d+),\"sent\":(\\d+),\"known\":(\\d+)");
    static final Pattern HEAP = Pattern.compile("(\\d+)M->\\d+M\\(\\d+M\\)");

    static final HttpClient HTTP = HttpClient.newHttpClient();

    public static void main(String[] arguments) throws Exception {
        String jar = arguments[0];
        Path folder = Path.of(arguments[1]);
        Path log = Path.of(arguments[2]);
        IO.println("| file | size | rows | import | seconds | rows a second | most heap | most memory |");
        IO.println("|---|---|---|---|---|---|---|---|");
        for (String format : setting("FORMATS", "csv xlsx").split("\\s+")) {
            Path file = folder.resolve("cargo." + format);
            make(file, format);
            try (Counting labelStudio = new Counting();
                    Bootstrapper function = new Bootstrapper(jar, log, labelStudio)) {
                for (String round : List.of("first", "again")) {
                    IO.println(line(file, round, function));
                }
            } finally {
                Files.delete(file);
            }
        }
    }

    static String line(Path file, String round, Bootstrapper function) throws Exception {
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
                        file.getFileName(), Files.size(file) >> 20, rows, round, count.group(2), count.group(3), seconds,
                        rows / seconds, function.mostHeap(), function.mostMemory());
    }

    static String setting(String name, String otherwise) {
        String value = System.getenv(name);
        return value == null || value.isBlank() ? otherwise : value;
    }

    static void make(Path file, String format) throws IOException {
        int rows = Integer.parseInt(setting("ROWS", "1000000"));
        Random random = new Random(7);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            switch (format) {
                case "csv" -> {
                    out.write("text,hs,imo,note\n".getBytes(UTF_8));
                    for (int i = 0; i < rows; i++) {
                        out.write("\"Row %d, a \"\"quoted\"\" text\nof two lines\",0901.21,0321483,NA\n".formatted(i).getBytes(UTF_8));
                    }
                }
                case "jsonl" -> {
                    for (int i = 0; i < rows; i++) {
                        out.write("{\"text\":\"Row %d, a text\",\"hs\":\"0901.21\",\"imo\":\"0321483\"}\n".formatted(i).getBytes(UTF_8));
                    }
                }
                case "xlsx" -> workbook(file, out, random);
                default -> throw new IllegalArgumentException("no such format: " + format);
            }
        }
    }

    /** Of random digits, which hardly compress: the file is as large as its text is long. */
    static void workbook(Path file, OutputStream out, Random random) throws IOException {
        long limit = Long.parseLong(setting("XLSX_MB", "200")) << 20;
        ZipOutputStream zip = new ZipOutputStream(out);
        zip.setLevel(1);
        entry(zip, "[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/><Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/></Types>");
        entry(zip, "_rels/.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
        entry(zip, "xl/workbook.xml", "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"Cargo\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
        entry(zip, "xl/_rels/workbook.xml.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
        zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
        zip.write("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>".getBytes(UTF_8));
        row(zip, 1, "text", "hs", "b", "c");
        for (int i = 2; i <= SHEET_ROWS && Files.size(file) < limit; i++) {
            row(zip, i, digits(random), "0901.21", digits(random), digits(random));
        }
        zip.write("</sheetData></worksheet>".getBytes(UTF_8));
        zip.closeEntry();
        zip.finish();
    }

    static void entry(ZipOutputStream zip, String name, String xml) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>" + xml).getBytes(UTF_8));
        zip.closeEntry();
    }

    static void row(ZipOutputStream zip, int number, String... cells) throws IOException {
        StringBuilder xml = new StringBuilder("<row r=\"").append(number).append("\">");
        for (int i = 0; i < cells.length; i++) {
            xml.append("<c r=\"").append((char) ('A' + i)).append(number).append("\" t=\"inlineStr\"><is><t>");
            xml.append(cells[i]).append("</t></is></c>");
        }
        zip.write(xml.append("</row>").toString().getBytes(UTF_8));
    }

    static String digits(Random random) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < 10; i++) {
            digits.append(Long.toHexString(random.nextLong()));
        }
        return digits.toString();
    }

    /** The function, in a process of its own. */
    static class Bootstrapper implements AutoCloseable {

        final int port;
        final Path collections;
        final Process process;

        Bootstrapper(String jar, Path log, Counting labelStudio) throws Exception {
            try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                port = free.getLocalPort();
            }
            collections = log.resolve("bench-import-gc.log").toAbsolutePath();
            List<String> command = new ArrayList<>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(List.of(setting("BOOTSTRAPPER_JVM", "-Xmx128m -XX:+UseSerialGC").split("\\s+")));
            command.addAll(List.of("-XX:+ExitOnOutOfMemoryError", "-Xlog:gc:file=" + collections + "::filecount=0"));
            command.addAll(List.of("-jar", jar, "--server.port=" + port, "--oceanid.label-studio.url=" + labelStudio.url()));
            command.addAll(List.of("--oceanid.label-studio.token=token", "--oceanid.bootstrapper.imports.max-upload=2GB"));
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.resolve("bench-import.log").toFile())
                    .start();
            awaitStart();
        }

        void awaitStart() throws Exception {
            for (int attempt = 0; attempt < 240; attempt++) {
                try {
                    HTTP.send(HttpRequest.newBuilder(uri("/health")).build(), BodyHandlers.discarding());
                    return;
                } catch (IOException _) {
                    Thread.sleep(Duration.ofMillis(250));
                }
            }
            throw new IllegalStateException("the bootstrapper does not start; see bench-import.log");
        }

        String imports(Path file) throws Exception {
            HttpRequest request = HttpRequest.newBuilder(uri("/projects/1/import?name=" + file.getFileName()))
                    .header("Content-Type", "application/octet-stream")
                    .POST(BodyPublishers.ofFile(file))
                    .build();
            return HTTP.send(request, BodyHandlers.ofString()).body();
        }

        URI uri(String path) {
            return URI.create("http://127.0.0.1:" + port + path);
        }

        String mostHeap() throws IOException {
            return HEAP.matcher(Files.readString(collections)).results()
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
            process.destroy();
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
                tasks.append(",\"meta\":{\"oceanid\":{\"row\":\"").append(digests.get(i)).append("\"}}}");
            }
            return "{\"total\":" + (digests.size() - from) + ",\"tasks\":[" + tasks + "]}";
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}
