package io.oceanid.local.function;

import io.oceanid.local.failure.CannotRunException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.http.client.ReactorResourceFactory;
import reactor.netty.resources.LoopResources;

/** A function that listens, in an application context and on event loops that it shares with no other. */
public final class RunningFunction implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private RunningFunction(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** Starts it. It is told what it says itself that it needs, and what is the same for all. */
    public static RunningFunction start(LocalFunction function, Surroundings surroundings) {
        StandardError error = StandardError.hold();
        try (error) {
            return new RunningFunction(new SpringApplicationBuilder(function.application())
                    .main(function.application())
                    .environment(new LocalEnvironment())
                    .initializers(context -> giveEventLoops((GenericApplicationContext) context, function.name()))
                    .registerShutdownHook(false)
                    .run(arguments(function, surroundings)));
        } catch (RuntimeException e) {
            if (!Ports.isFree(function.port())) {
                throw Ports.taken(function);
            }
            String reason = error.failure().orElseGet(() -> CannotRunException.reason(e));
            throw new CannotRunException(function.name() + " cannot start: " + reason, e);
        }
    }

    /** Ends it after the requests that it is working on. */
    @Override
    public void close() {
        context.close();
    }

    private static String[] arguments(LocalFunction function, Surroundings surroundings) {
        List<String> common = List.of(
                "--spring.config.location=" + OwnConfiguration.of(function.application()),
                "--server.address=127.0.0.1",
                // which none but this machine reaches
                "--ACCESS_OFF=true",
                "--server.port=" + function.port(),
                "--spring.lifecycle.timeout-per-shutdown-phase=5s",
                "--spring.main.banner-mode=off");
        return Stream.concat(common.stream(), function.settings().apply(surroundings).stream())
                .toArray(String[]::new);
    }

    /** By default they are one set for the whole JVM, and the first context that ends would take them from the others. */
    private static void giveEventLoops(GenericApplicationContext context, String name) {
        context.registerBean(ReactorResourceFactory.class, () -> {
            ReactorResourceFactory resources = new ReactorResourceFactory();
            resources.setUseGlobalResources(false);
            resources.setLoopResourcesSupplier(() -> LoopResources.create(name));
            // by then the server has waited for its requests
            resources.setShutdownQuietPeriod(Duration.ZERO);
            return resources;
        });
    }
}
