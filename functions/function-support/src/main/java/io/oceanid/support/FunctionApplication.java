package io.oceanid.support;

import java.util.Map;
import org.springframework.boot.SpringApplication;

/** Runs a function. */
public final class FunctionApplication {

    /**
     * Its own settings file by its name, and what of the kind is in the folder that it is run in. Spring Boot would look for
     * some thirty names, which was an eighth of what a native start took.
     */
    private static final String SETTINGS = "classpath:/application.yaml,optional:file:./,optional:file:./config/";

    private FunctionApplication() {}

    /**
     * Starts it.
     *
     * @param application that says what it is made of
     * @param args Spring Boot's own
     */
    public static void run(Class<?> application, String[] args) {
        SpringApplication function = new SpringApplication(application);
        function.setDefaultProperties(Map.of("spring.config.location", SETTINGS));
        function.run(args);
    }
}
