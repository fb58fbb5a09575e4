package io.oceanid.support.health;

import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

class HealthAnswerTest {

    @Test
    void aFunctionThatNeedsNobodyIsAlwaysWellAndSaysWhatElseIsLookedFor() {
        WebTestClient client = client(HealthAnswer.alwaysWell(Map.of("status", "UP")));

        client.get()
                .uri("/health")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType(MediaType.APPLICATION_JSON)
                .expectBody(String.class)
                .isEqualTo("{\"ok\":true,\"status\":\"UP\"}");
        client.head().uri("/health").exchange().expectStatus().isOk();
    }

    @Test
    void aPartThatIsNotWellIsSaidEachTimeAnew() {
        AtomicBoolean database = new AtomicBoolean();
        WebTestClient client = client(HealthAnswer.route(Mono.fromSupplier(() -> Map.of("database", database.get()))));

        client.get()
                .uri("/health")
                .exchange()
                .expectStatus()
                .isEqualTo(503)
                .expectBody(String.class)
                .isEqualTo("{\"ok\":false,\"database\":false}");
        client.head().uri("/health").exchange().expectStatus().isEqualTo(503);

        database.set(true);
        client.get().uri("/health").exchange().expectStatus().isOk();
    }

    private static WebTestClient client(RouterFunction<ServerResponse> route) {
        return WebTestClient.bindToRouterFunction(route).build();
    }
}
