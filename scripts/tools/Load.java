import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Real requests to a function, one after another over each of some connections. */
final class Load {

    private final Subject subject;
    private final URI server;
    private final int connections;
    private final AtomicInteger left = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private volatile int tolerated;
    private volatile String last = "";

    Load(Subject subject, FunctionProcess process, int connections) {
        this.subject = subject;
        this.server = URI.create(process.url());
        this.connections = connections;
    }

    /**
     * Sends so many, and tells how many were not answered as they should be.
     *
     * @throws IOException if that is more than one of ten; it gives up then
     */
    int send(int requests) throws IOException, InterruptedException {
        left.set(requests);
        tolerated = requests / 10;
        refused.set(0);
        List<Thread> senders = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            senders.add(Thread.ofPlatform().start(this::send));
        }
        for (Thread sender : senders) {
            sender.join();
        }
        if (refused.get() > tolerated) {
            throw new IOException("%s: no right answers to requests, as in: %s".formatted(server, last));
        }
        return refused.get();
    }

    private void send() {
        while (left.get() > 0 && refused.get() <= tolerated) {
            try (Wire wire = new Wire(server)) {
                while (left.getAndDecrement() > 0) {
                    wire.call(subject.request(server));
                }
            } catch (IOException e) {
                // it may have hung up: by a new connection, then
                refused.incrementAndGet();
                last = String.valueOf(e.getMessage());
            }
        }
    }
}
