package io.oceanid.bootstrapper;

import io.oceanid.bootstrapper.imports.ImportConfiguration;
import io.oceanid.bootstrapper.imports.ImportProperties;
import io.oceanid.bootstrapper.project.ProjectConfiguration;
import io.oceanid.labelstudio.configuration.LabelStudioConfiguration;
import io.oceanid.support.FunctionApplication;
import io.oceanid.support.FunctionSupportConfiguration;
import io.oceanid.support.content.PdfHints;
import io.oceanid.support.health.HealthAnswer;
import io.oceanid.support.http.Admission;
import io.oceanid.support.http.Route;
import io.oceanid.support.http.Routes;
import java.util.Map;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.ImportRuntimeHints;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

/** The function project-bootstrapper. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableConfigurationProperties(BootstrapperProperties.class)
@Import({
    FunctionSupportConfiguration.class,
    LabelStudioConfiguration.class,
    ProjectConfiguration.class,
    ImportConfiguration.class
})
@ImportRuntimeHints({ParquetHints.class, PdfHints.class})
public class ProjectBootstrapper {

    /**
     * Starts the function.
     *
     * @param args Spring Boot's own
     */
    public static void main(String[] args) {
        FunctionApplication.run(ProjectBootstrapper.class, args);
    }

    @Bean
    Routes routes() {
        return Routes.of(
                Route.post("/").forEvents(),
                Route.post("/plan"),
                Route.post("/apply"),
                Route.post("/create"),
                ImportConfiguration.IMPORT,
                ImportConfiguration.PREVIEW);
    }

    @Bean
    Admission admission(BootstrapperProperties properties, ImportProperties imports) {
        return new Admission(
                        properties.maxBody().toBytes(), properties.maxInFlight().toBytes())
                .streaming(imports.maxUpload().toBytes(), ImportConfiguration.IMPORT, ImportConfiguration.PREVIEW);
    }

    @Bean
    RouterFunction<ServerResponse> health() {
        return HealthAnswer.alwaysWell(Map.of());
    }
}
