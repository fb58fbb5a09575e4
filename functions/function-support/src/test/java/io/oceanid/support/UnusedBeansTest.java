package io.oceanid.support;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.annotation.AnnotatedBeanDefinitionReader;
import org.springframework.context.support.GenericApplicationContext;

class UnusedBeansTest {

    @Test
    void whatNoFunctionUsesIsTakenAwayAndWhatIsNotThereIsNotMissed() {
        GenericApplicationContext context = new GenericApplicationContext();
        // registers what listens to Spring's events, among others
        AnnotatedBeanDefinitionReader reader = new AnnotatedBeanDefinitionReader(context);
        reader.registerBean(UnusedBeans.class);
        context.registerBeanDefinition("viewResolutionResultHandler", new RootBeanDefinition(Object.class));
        context.registerBeanDefinition("used", new RootBeanDefinition(Object.class));

        context.refresh();

        assertThat(context.getBeanDefinitionNames())
                .contains("used")
                .doesNotContain("viewResolutionResultHandler")
                .noneMatch(name -> name.contains("EventListener"));
        context.close();
    }
}
