package io.oceanid.adapter.mlbackend;

import io.oceanid.adapter.prediction.Predictor;
import io.oceanid.support.health.HealthAnswer;
import io.oceanid.support.http.JsonBodyFilter;
import java.util.Map;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** The functions that Label Studio calls, each under the path of its name. */
@Configuration(proxyBeanMethods = false)
public class MlBackendConfiguration {

    @Bean
    MlBackend mlBackend(Predictor predictor) {
        return new MlBackend(predictor);
    }

    /** Sets a project up. */
    @Bean
    Function<Mono<String>, Mono<Message<byte[]>>> setup(MlBackend backend) {
        return body -> body.map(backend::setup).map(MlBackendConfiguration::json);
    }

    /** Predicts for tasks. */
    @Bean
    Function<Mono<String>, Mono<Message<byte[]>>> predict(MlBackend backend) {
        return body -> body.flatMap(backend::predict).map(MlBackendConfiguration::json);
    }

    /** The same, by the name that the service before this one had for it. */
    @Bean("predict_ls")
    Function<Mono<String>, Mono<Message<byte[]>>> predictLs(MlBackend backend) {
        return predict(backend);
    }

    /** Says which versions there are. */
    @Bean
    Function<Mono<String>, Mono<Message<byte[]>>> versions(MlBackend backend) {
        return body -> body.map(_ -> json(backend.versions()));
    }

    /** Takes note that training is wanted. */
    @Bean
    Function<Mono<String>, Mono<Message<byte[]>>> train(MlBackend backend) {
        return body -> body.map(_ -> json(backend.heard()));
    }

    /** Takes note of what happens in a project: Label Studio registers it by itself with every backend. */
    @Bean
    Function<Mono<String>, Mono<Message<byte[]>>> webhook(MlBackend backend) {
        return body -> body.map(_ -> json(backend.heard()));
    }

    @Bean
    JsonBodyFilter jsonBodies() {
        return JsonBodyFilter.of("/setup", "/predict", "/predict_ls", "/versions", "/train", "/webhook");
    }

    /** Label Studio looks for {@code status}. */
    @Bean
    RouterFunction<ServerResponse> health() {
        return HealthAnswer.alwaysWell(Map.of("status", "UP"));
    }

    @Bean
    RouterFunction<ServerResponse> versionsByGet(MlBackend backend) {
        return RouterFunctions.route()
                .GET(
                        "/versions",
                        _ -> ServerResponse.ok()
                                .contentType(MediaType.APPLICATION_JSON)
                                .bodyValue(backend.versions()))
                .build();
    }

    private static Message<byte[]> json(byte[] body) {
        return MessageBuilder.withPayload(body)
                .setHeader(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON_VALUE)
                .build();
    }
}
