package io.oceanid.adapter.preannotation;

import io.oceanid.adapter.prediction.Predictor;
import io.oceanid.labelstudio.LabelStudioClient;
import io.oceanid.support.cloudevents.CloudEventFilter;
import io.oceanid.support.cloudevents.CloudEventHandOver;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The function that events of created tasks come to. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(NewTasksProperties.class)
public class PreAnnotationConfiguration {

    /** CloudEvents into predictions that Label Studio has. */
    @Bean
    Function<Flux<Message<String>>, Mono<Void>> events(TasksCreated created) {
        return messages -> messages.map(CloudEventHandOver::read)
                .concatMap(created::accept)
                .then();
    }

    @Bean
    TasksCreated tasksCreated(
            Predictor predictor, ObjectProvider<LabelStudioClient> labelStudio, NewTasksProperties properties) {
        return new TasksCreated(Optional.ofNullable(labelStudio.getIfAvailable())
                .map(client -> new PreAnnotation(predictor, client, properties.batch())));
    }

    @Bean
    CloudEventFilter cloudEvents() {
        return CloudEventFilter.of("/");
    }
}
