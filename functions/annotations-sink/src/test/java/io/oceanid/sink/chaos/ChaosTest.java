package io.oceanid.sink.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudevents.CloudEvent;
import io.oceanid.events.codec.CloudEventCodec;
import io.oceanid.events.codec.CloudEventCodec.HttpMessage;
import io.oceanid.sink.store.Origin;
import io.oceanid.sink.testing.RecordedSession;
import io.oceanid.sink.testing.SinkParts;
import io.oceanid.sink.testing.Tables;
import io.oceanid.sink.testing.TestDatabase;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * Sends a recorded session thousands of times: repeated, shuffled, by several senders at once, in all modes, over
 * connections that drop, to a sink that is killed and restarted. Whoever gets no 2xx sends again, as a broker does.
 */
class ChaosTest {

    private static final int COPIES = 20;
    private static final int SENDERS = 8;
    private static final int KILLS = 3;

    private final long seed = Long.getLong("chaos.seed", 20261123L);
    private final AtomicInteger sent = new AtomicInteger();

    @Test
    void afterAllOfItTheTablesAreThoseOfOneCleanRun() throws Exception {
        List<CloudEvent> events = RecordedSession.events(COPIES);
        TestDatabase clean = TestDatabase.create();
        try (SinkParts sink = SinkParts.on(clean)) {
            events.forEach(
                    event -> sink.intake().accept(List.of(event), Origin.EVENT).block());
        }

        TestDatabase chaotic = TestDatabase.create();
        int port = freePort();
        try (ExecutorService senders = Executors.newFixedThreadPool(SENDERS)) {
            SinkProcess sink = SinkProcess.start(chaotic.url(), port);
            try {
                List<Future<Boolean>> ends = new ArrayList<>();
                for (int i = 0; i < SENDERS; i++) {
                    ends.add(senders.submit(sender(events, new Random(seed + i), new RudeClient(port))));
                }
                for (int kill = 1; kill <= KILLS; kill++) {
                    waitUntilSent(kill * events.size());
                    sink.kill();
                    sink = SinkProcess.start(chaotic.url(), port);
                }
                for (Future<Boolean> end : ends) {
                    assertThat(end.get(120, TimeUnit.SECONDS)).isTrue();
                }
            } finally {
                sink.close();
            }
        }

        assertThat(sent.get()).isGreaterThan(5_000);
        assertThat(Tables.of(chaotic).differencesTo(Tables.of(clean)))
                .as("seed %d", seed)
                .isEmpty();
    }

    /** Every sender sends every event until it is acknowledged, in an order and with repeats of its own. */
    private Callable<Boolean> sender(List<CloudEvent> events, Random random, RudeClient client) {
        List<CloudEvent> mine = new ArrayList<>(events);
        Collections.shuffle(mine, random);
        return () -> {
            for (int i = 0; i < mine.size(); ) {
                int size = Math.min(random.nextInt(10) == 0 ? 1 + random.nextInt(30) : 1, mine.size() - i);
                HttpMessage message = message(mine.subList(i, i + size), random);
                sent.addAndGet(size);
                switch (random.nextInt(20)) {
                    case 0 -> client.postAndHangUp(message);
                    case 1 -> client.hangUpInTheMiddle(message);
                    default -> {
                        int status = client.post(message);
                        if (status == 204) {
                            i += random.nextInt(20) == 0 ? 0 : size;
                        } else {
                            assertThat(status).isIn(0, 429, 503);
                            TimeUnit.MILLISECONDS.sleep(20);
                        }
                    }
                }
            }
            return true;
        };
    }

    private static HttpMessage message(List<CloudEvent> events, Random random) {
        if (events.size() > 1) {
            return CloudEventCodec.encodeBatch(events);
        }
        return random.nextBoolean()
                ? CloudEventCodec.encodeBinary(events.getFirst())
                : CloudEventCodec.encodeStructured(events.getFirst());
    }

    private void waitUntilSent(int events) throws InterruptedException {
        while (sent.get() < events) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
