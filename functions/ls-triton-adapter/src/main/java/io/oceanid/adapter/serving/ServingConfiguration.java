package io.oceanid.adapter.serving;

import io.oceanid.adapter.prediction.Models;
import io.oceanid.adapter.rules.RuleModel;
import io.oceanid.support.telemetry.Telemetry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The models: those of Triton where one is configured, else the embedded rules. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ServingProperties.class)
public class ServingConfiguration {

    private static final Logger log = LoggerFactory.getLogger(ServingConfiguration.class);

    @Bean
    Models models(ServingProperties properties, Telemetry telemetry) {
        RuleModel rules = new RuleModel();
        return properties.hasTriton() ? new TritonServing(properties, rules, telemetry) : _ -> rules;
    }

    /**
     * What is wrong with the default model is told at the start, not by the first call that fails. A thread of its own
     * waits for Triton, since the start should not and nothing is subscribed to and forgotten.
     */
    @Bean
    ApplicationRunner firstLook(Models models) {
        return _ -> {
            if (models instanceof TritonServing triton) {
                Thread.startVirtualThread(() -> triton.defaultModel()
                        .check()
                        .doOnError(error -> log.error("{}", error.getMessage()))
                        .onErrorComplete()
                        .toFuture()
                        .join());
            } else {
                log.info("TRITON_BASE_URL is not set: the embedded rules answer, as rules-1");
            }
        };
    }
}
