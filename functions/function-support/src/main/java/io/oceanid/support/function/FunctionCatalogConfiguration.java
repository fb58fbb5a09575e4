package io.oceanid.support.function;

import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.cloud.function.context.FunctionProperties;
import org.springframework.cloud.function.context.FunctionRegistry;
import org.springframework.cloud.function.context.catalog.BeanFactoryAwareFunctionRegistry;
import org.springframework.cloud.function.context.config.JsonMessageConverter;
import org.springframework.cloud.function.context.config.SmartCompositeMessageConverter;
import org.springframework.cloud.function.json.JacksonMapper;
import org.springframework.cloud.function.web.flux.ReactorAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.ImportRuntimeHints;
import org.springframework.core.convert.support.DefaultConversionService;
import org.springframework.messaging.converter.ByteArrayMessageConverter;
import org.springframework.messaging.converter.StringMessageConverter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Spring Cloud Function over HTTP: the beans of {@code java.util.function} types by their names. Its own configuration of the
 * catalog has a router too, by expressions that callers send, and Joda-Time; here is what bodies need that come, and go, as
 * texts and bytes.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FunctionProperties.class)
@Import(ReactorAutoConfiguration.class)
@ImportRuntimeHints(OperatorsThatAreCalled.class)
public class FunctionCatalogConfiguration {

    @Bean
    FunctionRegistry functionCatalog(FunctionProperties properties) {
        JacksonMapper json = new JacksonMapper(JsonMapper.shared());
        SmartCompositeMessageConverter converters = new SmartCompositeMessageConverter(
                List.of(new JsonMessageConverter(json), new ByteArrayMessageConverter(), new StringMessageConverter()));
        return new BeanFactoryAwareFunctionRegistry(new DefaultConversionService(), converters, json, properties, null);
    }
}
