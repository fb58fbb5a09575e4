package io.oceanid.sink.testing;

import io.oceanid.sink.database.DatabaseConfiguration;
import io.oceanid.sink.intake.Intake;
import io.oceanid.sink.intake.IntakeConfiguration;
import io.oceanid.support.telemetry.Telemetry;
import java.util.Map;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/** A sink without HTTP: what its functions call. */
public record SinkParts(ConfigurableApplicationContext context) implements AutoCloseable {

    /** Starts the parts on a database. */
    public static SinkParts on(TestDatabase database) {
        return new SinkParts(
                new SpringApplicationBuilder(IntakeConfiguration.class, DatabaseConfiguration.class, Unwatched.class)
                        .web(WebApplicationType.NONE)
                        .properties(Map.of("spring.main.banner-mode", "off"))
                        .run(
                                "--oceanid.database.url=" + database.url(),
                                "--oceanid.sink.label-studio-url=https://label-studio.example.org"));
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Unwatched {

        @Bean
        Telemetry telemetry() {
            return Telemetry.none();
        }
    }

    /** The entry to all of them. */
    public Intake intake() {
        return context.getBean(Intake.class);
    }

    @Override
    public void close() {
        context.close();
    }
}
