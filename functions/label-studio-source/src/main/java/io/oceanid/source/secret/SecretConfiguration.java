package io.oceanid.source.secret;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.server.WebFilter;

/** The door. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SecretProperties.class)
public class SecretConfiguration {

    private static final Logger log = LoggerFactory.getLogger(SecretConfiguration.class);

    @Bean
    WebFilter secretFilter(SecretProperties properties) {
        if (properties.switchedOff()) {
            log.warn("WEBHOOK_SECRET_OFF: webhooks are taken from anybody");
            return (exchange, chain) -> chain.filter(exchange);
        }
        return new SecretFilter("/webhook", properties.header(), properties.secrets());
    }
}
