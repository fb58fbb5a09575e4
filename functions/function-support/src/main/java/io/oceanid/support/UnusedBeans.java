package io.oceanid.support;

import java.util.List;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.context.annotation.AnnotationConfigUtils;

/**
 * Takes away what Spring's configurations bring and no function has a use for: files and views of a web site, web sockets,
 * and methods that listen to Spring's events. Each would take time of every start and room in every native executable.
 */
final class UnusedBeans implements BeanDefinitionRegistryPostProcessor {

    private static final List<String> NAMES = List.of(
            AnnotationConfigUtils.EVENT_LISTENER_PROCESSOR_BEAN_NAME,
            AnnotationConfigUtils.EVENT_LISTENER_FACTORY_BEAN_NAME,
            "resourceHandlerMapping",
            "resourceUrlProvider",
            "viewResolutionResultHandler",
            "webFluxWebSocketHandlerAdapter",
            "welcomePageRouterFunctionMapping");

    @Override
    public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
        NAMES.stream().filter(registry::containsBeanDefinition).forEach(registry::removeBeanDefinition);
    }
}
