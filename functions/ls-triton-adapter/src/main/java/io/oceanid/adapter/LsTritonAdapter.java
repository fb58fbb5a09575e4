package io.oceanid.adapter;

import io.micrometer.core.instrument.MeterRegistry;
import io.oceanid.adapter.content.ContentFetcher;
import io.oceanid.adapter.content.ContentLimits;
import io.oceanid.adapter.mlbackend.MlBackendConfiguration;
import io.oceanid.adapter.preannotation.PreAnnotationConfiguration;
import io.oceanid.adapter.prediction.Models;
import io.oceanid.adapter.prediction.PredictionCount;
import io.oceanid.adapter.prediction.PredictionSettings;
import io.oceanid.adapter.prediction.Predictor;
import io.oceanid.adapter.serving.ServingConfiguration;
import io.oceanid.labelstudio.LabelStudioClient;
import io.oceanid.labelstudio.configuration.LabelStudioConfiguration;
import io.oceanid.support.FunctionApplication;
import io.oceanid.support.FunctionSupportConfiguration;
import io.oceanid.support.content.AllowedHosts;
import io.oceanid.support.content.PdfHints;
import io.oceanid.support.http.Admission;
import io.oceanid.support.http.Route;
import io.oceanid.support.http.Routes;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.ImportRuntimeHints;

/** The function ls-triton-adapter. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableConfigurationProperties(AdapterProperties.class)
@Import({
    FunctionSupportConfiguration.class,
    LabelStudioConfiguration.class,
    ServingConfiguration.class,
    MlBackendConfiguration.class,
    PreAnnotationConfiguration.class
})
@ImportRuntimeHints({AdapterHints.class, PdfHints.class})
public class LsTritonAdapter {

    /**
     * Starts the function.
     *
     * @param args Spring Boot's own
     */
    public static void main(String[] args) {
        FunctionApplication.run(LsTritonAdapter.class, args);
    }

    /** Label Studio calls the webhook of a backend without its login. */
    @Bean
    Routes routes() {
        return Routes.of(
                Route.post("/").forEvents(),
                Route.post("/setup"),
                Route.post("/predict"),
                Route.post("/predict_ls"),
                Route.post("/versions"),
                Route.get("/versions"),
                Route.post("/train"),
                Route.post("/webhook").forEvents());
    }

    @Bean
    Admission admission(AdapterProperties properties) {
        return new Admission(
                properties.maxBody().toBytes(), properties.maxInFlight().toBytes());
    }

    @Bean
    Predictor predictor(
            Models models,
            AdapterProperties properties,
            ObjectProvider<LabelStudioClient> labelStudio,
            MeterRegistry meters) {
        return new Predictor(
                models,
                ContentFetcher.of(
                        new AllowedHosts(properties.contentAllowedHosts()),
                        labelStudio.getIfAvailable(),
                        ContentLimits.DEFAULT),
                new PredictionSettings(properties.threshold(), properties.labelNames()),
                new PredictionCount(meters));
    }
}
