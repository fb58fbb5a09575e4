package io.oceanid.local.function;

import io.oceanid.local.failure.CannotRunException;
import java.net.URI;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A function that listens, in an application context that it shares with no other. */
public final class RunningFunction implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private RunningFunction(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** Starts it. Arguments win over the environment, so that what is set on this machine for a real one has no say. */
    public static RunningFunction start(LocalFunction function, URI database) {
        StandardError error = StandardError.hold();
        try (error) {
            return new RunningFunction(new SpringApplicationBuilder(function.application())
                    .main(function.application())
                    .registerShutdownHook(false)
                    .run(
                            "--spring.config.location=" + OwnConfiguration.of(function.application()),
                            "--server.address=127.0.0.1",
                            "--server.port=" + function.port(),
                            "--spring.lifecycle.timeout-per-shutdown-phase=5s",
                            "--spring.main.banner-mode=off",
                            "--DATABASE_URL=" + database));
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
}
