package io.oceanid.source.relay;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.env.Environment;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

/**
 * Goes the ways of a webhook before the first one comes, which a cold JVM would take longer over than Label Studio waits:
 * translates samples, and asks the function itself how it is, over HTTP. Nothing goes to the broker. The function is ready
 * afterwards.
 */
final class WarmUp implements ApplicationRunner {

    private static final int TASKS = 500;
    private static final int ROUNDS = 12;
    private static final int REQUESTS = 20;

    private final Translation translation;
    private final Environment environment;
    private final Duration atMost;

    WarmUp(Translation translation, Environment environment, Duration atMost) {
        this.translation = translation;
        this.environment = environment;
        this.atMost = atMost;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        // the thread that starts the function has nothing else to do
        requests()
                .then(translations())
                .timeout(atMost)
                // what is warm by then is warm
                .onErrorComplete()
                .block();
    }

    private Mono<Void> translations() {
        return translation.translate(sample()).repeat(ROUNDS - 1).then();
    }

    private Mono<Void> requests() {
        String port = Objects.requireNonNullElse(environment.getProperty("local.server.port"), "0");
        Mono<Integer> health = HttpClient.create()
                .get()
                .uri("http://127.0.0.1:" + port + "/health")
                .responseSingle(
                        (answer, body) -> body.then(Mono.just(answer.status().code())));
        return Flux.range(0, REQUESTS).concatMap(_ -> health).then();
    }

    private static byte[] sample() {
        String tasks = IntStream.rangeClosed(1, TASKS).mapToObj("""
            {"id":%d,"data":{"text":"MV NORTHERN STAR, IMO 9321483, from Rotterdam to Singapore"},"meta":{},\
            "created_at":"2026-01-01T00:00:00.000001Z","updated_at":"2026-01-01T00:00:00.000001Z",\
            "is_labeled":false,"overlap":1,"total_annotations":0,"project":1,"file_upload":null}\
            """::formatted).collect(Collectors.joining(","));
        return ("{\"action\":\"TASKS_CREATED\",\"tasks\":[" + tasks
                        + "],\"project\":{\"id\":1,\"title\":\"warm-up\",\"updated_at\":\"2026-01-01T00:00:00Z\"}}")
                .getBytes(StandardCharsets.UTF_8);
    }
}
