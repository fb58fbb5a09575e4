package io.oceanid.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventQueueTest {

    private static final byte[] EVENT = {1, 2, 3};

    @TempDir
    private Path folder;

    /** A copy of the file, taken while it is open, is what a process that is killed leaves. */
    @Test
    void whatWasAddedIsInTheFileBeforeItIsClosed() throws IOException {
        try (EventQueue queue = new EventQueue(folder.resolve("a"))) {
            queue.add(EVENT, List.of("s", "t"));
            Delivery done = queue.add(EVENT, List.of("t")).getFirst();
            queue.done(done);
            queue.failed(new Delivery("s", 1));
            Files.copy(folder.resolve("a"), folder.resolve("b"));
        }

        try (EventQueue queue = new EventQueue(folder.resolve("b"))) {
            assertThat(queue.open()).containsExactly(new Delivery("s", 1), new Delivery("t", 1));
            assertThat(queue.event(new Delivery("t", 1))).isEqualTo(EVENT);
            assertThat(queue.failed(new Delivery("s", 1))).isEqualTo(2);
            assertThat(queue.add(EVENT, List.of("s"))).containsExactly(new Delivery("s", 2));
        }
    }

    @Test
    void anEventStaysUntilItsLastDeliveryIsDone() {
        try (EventQueue queue = new EventQueue(folder.resolve("a"))) {
            List<Delivery> deliveries = queue.add(EVENT, List.of("s", "t"));

            queue.done(deliveries.getFirst());
            queue.done(deliveries.getFirst());
            assertThat(queue.event(deliveries.getLast())).isEqualTo(EVENT);

            queue.done(deliveries.getLast());
            assertThat(queue.size()).isZero();
            assertThat(queue.event(deliveries.getLast())).isNull();
        }
    }

    @Test
    void anEventThatNobodyWantsIsNotKept() {
        try (EventQueue queue = new EventQueue(folder.resolve("a"))) {
            assertThat(queue.add(EVENT, List.of())).isEmpty();
            assertThat(queue.size()).isZero();
        }
    }
}
