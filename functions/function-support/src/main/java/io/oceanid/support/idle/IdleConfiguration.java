package io.oceanid.support.idle;

import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.NativeDetector;
import reactor.core.scheduler.Schedulers;

/** Has a native executable give memory back when it is idle; a JVM has settings of its own for that. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IdleProperties.class)
public class IdleConfiguration {

    @Bean
    IdleWatch idleWatch(IdleProperties properties) {
        Runnable whenIdle = NativeDetector.inNativeImage() ? new ExecutableMemory()::giveBack : () -> {};
        return new IdleWatch(properties.patience(), whenIdle, Schedulers.boundedElastic());
    }

    @Bean
    ApplicationRunner idleSinceTheStart(IdleWatch watch) {
        return _ -> watch.begin();
    }
}
