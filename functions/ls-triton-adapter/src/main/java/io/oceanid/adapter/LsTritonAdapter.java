package io.oceanid.adapter;

import io.oceanid.support.FunctionSupportConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/** The function ls-triton-adapter. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(FunctionSupportConfiguration.class)
public class LsTritonAdapter {

    /**
     * Starts the function.
     *
     * @param args Spring Boot's own
     */
    public static void main(String[] args) {
        SpringApplication.run(LsTritonAdapter.class, args);
    }
}
