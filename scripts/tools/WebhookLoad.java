import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Webhooks to the source, one after another from several senders, each of another annotation. */
final class WebhookLoad implements AutoCloseable {

    private static final int SENDERS = 4;
    private static final long PAUSE_MILLIS = 50;

    private final Ingress ingress;
    private final String webhook;
    private final AtomicLong next;
    private final ConcurrentHashMap<Long, String> answers = new ConcurrentHashMap<>();
    private final List<Thread> senders = new ArrayList<>();
    private volatile boolean stopped;

    /** @param webhook a body with {@code %d} for the annotation's id */
    WebhookLoad(Ingress ingress, String webhook, long firstId) {
        this.ingress = ingress;
        this.webhook = webhook;
        this.next = new AtomicLong(firstId);
        for (int sender = 0; sender < SENDERS; sender++) {
            senders.add(Thread.ofPlatform().start(this::send));
        }
    }

    private void send() {
        while (!stopped) {
            long id = next.getAndIncrement();
            try {
                answers.put(id, String.valueOf(
                        ingress.post("label-studio-source", "/webhook", webhook.formatted(id))
                                .statusCode()));
                Thread.sleep(PAUSE_MILLIS);
            } catch (IOException e) {
                answers.put(id, e.toString());
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** The annotations whose webhooks were sent. */
    List<Long> sent() {
        return List.copyOf(answers.keySet());
    }

    /** The answers other than 204. */
    List<String> failures() {
        return answers.values().stream().filter(answer -> !answer.equals("204")).toList();
    }

    /** Sends no more, and waits for what is under way. */
    @Override
    public void close() {
        stopped = true;
        try {
            for (Thread sender : senders) {
                sender.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
