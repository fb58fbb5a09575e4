import java.io.IOException;
import java.time.Duration;

/** What asks an idle function whether it is well, as often as in a pod (knative/base). */
final class Probes {

    private static final Duration PERIOD = Duration.ofSeconds(10);

    private final FunctionProcess process;

    Probes(FunctionProcess process) {
        this.process = process;
    }

    /** Of liveness and of readiness, and waits for both answers. */
    void send() throws IOException {
        FirstAnswer.of(process, "/actuator/health/liveness");
        FirstAnswer.of(process, "/actuator/health/readiness");
    }

    /** Takes as long, with probes at the beginning of each period. */
    void sendFor(Duration time) throws IOException, InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        for (long left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
            send();
            Thread.sleep(Duration.ofNanos(Math.clamp(end - System.nanoTime(), 0, PERIOD.toNanos())));
        }
    }
}
