package io.oceanid.bootstrapper.project;

import io.oceanid.bootstrapper.declaration.Declarations;
import io.oceanid.events.json.EventJson;
import io.oceanid.labelstudio.LabelStudioClient;
import io.oceanid.support.cloudevents.CloudEventFilter;
import io.oceanid.support.cloudevents.CloudEventHandOver;
import io.oceanid.support.content.AllowedHosts;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ObjectNode;

/** The functions that declarations and events of new projects come to. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DeclarationProperties.class)
public class ProjectConfiguration {

    /** Shows what an apply would change. */
    @Bean
    Function<Mono<String>, Mono<Message<byte[]>>> plan(BootstrapRequests requests) {
        return body -> body.flatMap(requests::plan).map(ProjectConfiguration::json);
    }

    /** Brings a project to what is declared. */
    @Bean
    Function<Mono<String>, Mono<Message<byte[]>>> apply(BootstrapRequests requests) {
        return body -> body.flatMap(requests::apply).map(ProjectConfiguration::json);
    }

    /** The same for the short form, a title and labels. */
    @Bean
    Function<Mono<String>, Mono<Message<byte[]>>> create(BootstrapRequests requests) {
        return body -> body.flatMap(requests::create).map(ProjectConfiguration::json);
    }

    /** CloudEvents of new projects into projects as declared, and pings into webhooks as declared. */
    @Bean
    Function<Flux<Message<String>>, Mono<Void>> events(ProjectEvents projects) {
        return messages -> messages.map(CloudEventHandOver::read)
                .concatMap(projects::accept)
                .then();
    }

    @Bean
    Declarations declarations(DeclarationProperties properties) {
        return new Declarations(properties.defaults());
    }

    @Bean
    BootstrapRequests bootstrapRequests(Declarations declarations, ObjectProvider<Bootstrap> bootstrap) {
        return new BootstrapRequests(declarations, Optional.ofNullable(bootstrap.getIfAvailable()));
    }

    @Bean
    ProjectEvents projectEvents(
            Declarations declarations, ObjectProvider<Bootstrap> bootstrap, DeclarationProperties properties) {
        Optional<DeclaredProjects> declared = properties.declarations().isBlank()
                ? Optional.empty()
                : Optional.of(new DeclaredProjects(Path.of(properties.declarations()), declarations));
        return new ProjectEvents(declared, Optional.ofNullable(bootstrap.getIfAvailable()));
    }

    @Bean
    @Nullable
    Bootstrap bootstrap(
            ObjectProvider<LabelStudioClient> labelStudio,
            ObjectProvider<TaskFiller> filler,
            DeclarationProperties properties) {
        LabelStudioClient client = labelStudio.getIfAvailable();
        if (client == null) {
            return null;
        }
        BackendWaker waker = new BackendWaker(new AllowedHosts(properties.wakeableHosts()), properties.wakeTimeout());
        return new Bootstrap(client, waker, filler.getObject());
    }

    @Bean
    DeclarationFilter declarationFilter() {
        return new DeclarationFilter();
    }

    @Bean
    CloudEventFilter cloudEvents() {
        return CloudEventFilter.of("/");
    }

    private static Message<byte[]> json(ObjectNode answer) {
        return MessageBuilder.withPayload(EventJson.write(answer))
                .setHeader(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON_VALUE)
                .build();
    }
}
