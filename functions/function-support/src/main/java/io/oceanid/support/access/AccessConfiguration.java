package io.oceanid.support.access;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.server.WebFilter;

/** The door. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AccessProperties.class)
public class AccessConfiguration {

    private static final Logger log = LoggerFactory.getLogger(AccessConfiguration.class);

    @Bean
    WebFilter accessFilter(AccessProperties properties) {
        if (properties.switchedOff()) {
            log.warn("ACCESS_OFF: calls are taken from anybody");
            return (exchange, chain) -> chain.filter(exchange);
        }
        if (properties.switchedOffForEvents()) {
            log.warn("ACCESS_OFF_FOR_EVENTS: events are taken from anybody");
        }
        return new AccessFilter(new Credentials(properties), properties.switchedOffForEvents());
    }
}
