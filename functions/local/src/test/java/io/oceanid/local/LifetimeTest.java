package io.oceanid.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class LifetimeTest {

    private final List<String> ended = Collections.synchronizedList(new ArrayList<>());
    private final Lifetime lifetime = new Lifetime();

    @Test
    void whatWasStartedLastIsEndedFirst() {
        start("database");
        start("function");

        lifetime.close();

        assertThat(ended).containsExactly("function", "database");
    }

    @Test
    void oneThatDoesNotEndWellDoesNotKeepTheOthers() {
        start("database");
        lifetime.<AutoCloseable>start(() -> () -> {
            throw new IllegalStateException("on purpose");
        });

        lifetime.close();

        assertThat(ended).containsExactly("database");
    }

    @Test
    void nothingIsStartedOnceTheEndHasBegun() {
        lifetime.close();

        assertThatThrownBy(() -> start("function")).hasMessage("it is being ended");
        assertThat(lifetime.isEnding()).isTrue();
    }

    @Test
    void theEndWaitsForWhatIsBeingStarted() throws InterruptedException {
        CountDownLatch starting = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Thread slow = Thread.startVirtualThread(() -> lifetime.<AutoCloseable>start(() -> {
            starting.countDown();
            await(goOn);
            return () -> ended.add("slow");
        }));
        starting.await();
        Thread end = Thread.startVirtualThread(lifetime::close);
        goOn.countDown();
        slow.join();
        end.join();

        assertThat(ended).containsExactly("slow");
    }

    private void start(String name) {
        lifetime.<AutoCloseable>start(() -> () -> ended.add(name));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
