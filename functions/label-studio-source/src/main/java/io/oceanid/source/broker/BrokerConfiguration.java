package io.oceanid.source.broker;

import io.oceanid.support.telemetry.Telemetry;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The way out. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BrokerProperties.class)
public class BrokerConfiguration {

    @Bean
    Broker broker(BrokerProperties properties, Telemetry telemetry) {
        return new Broker(properties, telemetry);
    }

    @Bean
    Overrides overrides(BrokerProperties properties) {
        return Overrides.read(properties.ceOverrides());
    }
}
