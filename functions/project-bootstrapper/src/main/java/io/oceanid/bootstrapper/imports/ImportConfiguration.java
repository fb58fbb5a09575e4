package io.oceanid.bootstrapper.imports;

import io.micrometer.core.instrument.MeterRegistry;
import io.oceanid.bootstrapper.project.TaskFiller;
import io.oceanid.bootstrapper.uploads.Folders;
import io.oceanid.bootstrapper.uploads.Uploads;
import io.oceanid.labelstudio.LabelStudioClient;
import io.oceanid.rows.RecipeEngine;
import io.oceanid.support.content.AllowedHosts;
import io.oceanid.support.http.Route;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

/** Imports over HTTP. Their routes are to be let through, and their bodies streamed. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ImportProperties.class)
public class ImportConfiguration {

    public static final Route IMPORT = Route.post("/projects/{id}/import");
    public static final Route PREVIEW = Route.post("/preview");

    @Bean
    RouterFunction<ServerResponse> imports(
            ImportProperties properties,
            RunningImports running,
            ObjectProvider<LabelStudioClient> labelStudio,
            MeterRegistry meters) {
        Tally.announce(meters);
        return new ImportEndpoint(
                        new Uploads(
                                new AllowedHosts(properties.contentAllowedHosts()),
                                properties.maxUpload().toBytes()),
                        new Folders(properties.folder()),
                        new Places(properties.atOnce()),
                        running,
                        meters,
                        labelStudio.getIfAvailable(),
                        ServiceLoader.load(RecipeEngine.class).findFirst().orElse(null))
                .routes();
    }

    @Bean
    RunningImports runningImports() {
        return new RunningImports();
    }

    @Bean
    @Nullable
    TaskFiller taskFiller(ObjectProvider<LabelStudioClient> labelStudio, RunningImports running, MeterRegistry meters) {
        LabelStudioClient client = labelStudio.getIfAvailable();
        return client == null ? null : new TaskImport(client, running, meters);
    }
}
