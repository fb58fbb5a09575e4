package io.oceanid.broker;

import io.cloudevents.CloudEvent;
import io.oceanid.events.codec.CloudEventCodec;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * A broker: what it answers 202 for reaches each trigger that wants it at least once, or the dead letters, also if this
 * process is killed meanwhile and started again on the same file.
 *
 * <p>Thread-safe.
 */
public final class LocalBroker implements AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(3);

    private final EventQueue queue;
    private final HttpClient http;
    private final Dispatcher dispatcher;
    private final Ingress ingress;

    private LocalBroker(int port, Path file, List<Trigger> triggers, DeliverySpec spec) {
        this.queue = new EventQueue(file);
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT)
                .build();
        this.dispatcher = new Dispatcher(queue, triggers, new Subscribers(http, spec.timeout()), spec);
        queue.open().forEach(dispatcher::submit);
        this.ingress = new Ingress(port, this::accept, queue::size);
    }

    /**
     * Starts one, and goes on with what the file has.
     *
     * @param port on loopback; 0 for any that is free
     * @param file of the queue; one process at a time may have it
     */
    public static LocalBroker start(int port, Path file, List<Trigger> triggers, DeliverySpec spec) {
        return new LocalBroker(port, file, triggers, spec);
    }

    /** Where events are to be sent, as {@code K_SINK} has it. */
    public URI url() {
        return URI.create("http://127.0.0.1:%d/".formatted(ingress.port()));
    }

    /** Deliveries that are open. */
    public int waiting() {
        return queue.size();
    }

    @Override
    public void close() {
        ingress.close();
        dispatcher.close();
        http.close();
        queue.close();
    }

    private void accept(CloudEvent event) {
        byte[] stored = CloudEventCodec.encodeStructured(event).body();
        queue.add(stored, dispatcher.wanting(event.getType())).forEach(dispatcher::submit);
    }
}
