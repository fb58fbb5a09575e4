import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A headless Chromium with one page, driven by the DevTools protocol. It gives the login when it is asked for one, as a
 * person would, and keeps what it asked whom for, and what went wrong.
 */
final class Browser implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String LISTENING = "DevTools listening on ws://";

    private final Process process;
    private final Path profile;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<Long, CompletableFuture<Object>> waiting = new ConcurrentHashMap<>();
    private final AtomicInteger ids = new AtomicInteger();
    private final AtomicInteger askedForLogin = new AtomicInteger();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<String> errors = new CopyOnWriteArrayList<>();
    private final String user;
    private final String password;
    private final WebSocket socket;

    Browser(String chromium, String user, String password) throws IOException, InterruptedException {
        this.user = user;
        this.password = password;
        this.profile = Files.createTempDirectory("oceanid-browser");
        this.process = new ProcessBuilder(
                        chromium,
                        "--headless=new",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        // in containers there is neither; what it shows is our own page
                        "--no-sandbox",
                        "--disable-dev-shm-usage",
                        "--disable-gpu",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--no-first-run",
                        "about:blank")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
        String address = address();
        String pages = http.send(
                        HttpRequest.newBuilder(URI.create("http://%s/json/list".formatted(address))).build(),
                        BodyHandlers.ofString())
                .body();
        Object page = Json.list(Json.read(pages)).stream()
                .filter(each -> "page".equals(Json.at(each, "type")))
                .findFirst()
                .orElseThrow(() -> new IOException("the browser has no page: " + pages));
        this.socket = http.newWebSocketBuilder()
                .buildAsync(URI.create((String) Json.at(page, "webSocketDebuggerUrl")), new Messages())
                .join();
        for (String domain : List.of("Page", "Runtime", "Log")) {
            call(domain + ".enable", Map.of());
        }
        call("Fetch.enable", Map.of("handleAuthRequests", true, "patterns", List.of(Map.of("urlPattern", "*"))));
    }

    void open(String url) throws IOException, InterruptedException {
        call("Page.navigate", Map.of("url", url));
    }

    /** The value of an expression of JavaScript. */
    Object value(String expression) throws IOException, InterruptedException {
        Object answer = call("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true, "awaitPromise", true));
        if (Json.at(answer, "exceptionDetails") != null) {
            throw new IOException(expression + ": " + Json.write(Json.at(answer, "exceptionDetails")));
        }
        return Json.at(answer, "result", "value");
    }

    void window(int width, int height, double scale) throws IOException, InterruptedException {
        call(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", scale, "mobile", width < 600));
    }

    void prefer(String scheme) throws IOException, InterruptedException {
        call(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    /** The page from top to bottom, as PNG. */
    byte[] picture() throws IOException, InterruptedException {
        Object answer = call("Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true));
        return Base64.getDecoder().decode((String) Json.at(answer, "data"));
    }

    /** The URLs that were asked for, in their order. */
    List<String> requests() {
        return List.copyOf(requests);
    }

    int askedForLogin() {
        return askedForLogin.get();
    }

    /** What the console told as errors since this was asked last. */
    List<String> errors() {
        List<String> now = List.copyOf(errors);
        errors.removeAll(now);
        return now;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
            if (Files.exists(profile)) {
                Trees.delete(profile);
            }
        } catch (IOException e) {
            // what is left is in the folder for temporary files
        } catch (InterruptedException e) {
            process.destroyForcibly();
        }
    }

    private Object call(String method, Map<String, ?> parameters) throws IOException, InterruptedException {
        try {
            return send(method, parameters).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new IOException(method + ": " + e.getCause().getMessage(), e);
        } catch (TimeoutException e) {
            throw new IOException(method + " was not answered", e);
        }
    }

    private CompletableFuture<Object> send(String method, Map<String, ?> parameters) {
        long id = ids.incrementAndGet();
        CompletableFuture<Object> answer = new CompletableFuture<>();
        waiting.put(id, answer);
        String command = Json.write(Map.of("id", id, "method", method, "params", parameters));
        // one at a time, as the socket asks for
        synchronized (this) {
            socket().sendText(command, true).join();
        }
        return answer;
    }

    /** Messages come no sooner than the socket is asked for them, so it is there. */
    private WebSocket socket() {
        return socket;
    }

    private void take(Object message) {
        if (Json.at(message, "id") != null) {
            CompletableFuture<Object> answer = waiting.remove(Json.number(message, "id"));
            if (Json.at(message, "error") == null) {
                answer.complete(Json.at(message, "result"));
            } else {
                answer.completeExceptionally(new IOException(Json.write(Json.at(message, "error"))));
            }
            return;
        }
        Object parameters = Json.at(message, "params");
        switch ((String) Json.at(message, "method")) {
            case "Fetch.requestPaused" -> {
                requests.add((String) Json.at(parameters, "request", "url"));
                later("Fetch.continueRequest", Map.of("requestId", Json.at(parameters, "requestId")));
            }
            case "Fetch.authRequired" -> {
                askedForLogin.incrementAndGet();
                later(
                        "Fetch.continueWithAuth",
                        Map.of(
                                "requestId", Json.at(parameters, "requestId"),
                                "authChallengeResponse",
                                        Map.of("response", "ProvideCredentials", "username", user, "password", password)));
            }
            case "Runtime.exceptionThrown" -> errors.add(Json.write(Json.at(parameters, "exceptionDetails")));
            case "Runtime.consoleAPICalled" -> {
                if ("error".equals(Json.at(parameters, "type"))) {
                    errors.add(Json.write(Json.at(parameters, "args")));
                }
            }
            case "Log.entryAdded" -> {
                if ("error".equals(Json.at(parameters, "entry", "level"))) {
                    errors.add(Json.at(parameters, "entry", "text") + " " + Json.at(parameters, "entry", "url"));
                }
            }
            default -> {}
        }
    }

    /** From the thread that reads: that must not wait for what it has to read itself. */
    private void later(String method, Map<String, ?> parameters) {
        Thread.startVirtualThread(() -> send(method, parameters));
    }

    private String address() throws IOException {
        BufferedReader said = new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8));
        List<String> lines = new ArrayList<>();
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            lines.add(line);
            if (line.startsWith(LISTENING)) {
                Thread.startVirtualThread(() -> said.lines().forEach(_ -> {}));
                return line.substring(LISTENING.length()).replaceAll("/.*", "");
            }
        }
        throw new IOException("the browser ended at its start: " + String.join(" / ", lines));
    }

    /** Puts the parts of messages together. */
    private final class Messages implements WebSocket.Listener {

        private final StringBuilder parts = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            parts.append(data);
            if (last) {
                Object message = Json.read(parts.toString());
                parts.setLength(0);
                take(message);
            }
            from.request(1);
            return null;
        }
    }
}
