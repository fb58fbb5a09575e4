package io.oceanid.broker;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** The broker as a process of its own, which may be killed apart from others. */
public final class BrokerProcess {

    private BrokerProcess() {}

    /**
     * Runs it until it is ended.
     *
     * @param args {@code --port=8083 --file=queue.mv --deadletters=URL}, and for each trigger
     *     {@code --trigger=name=URL} or {@code --trigger=name=URL=type,type}
     */
    public static void main(String[] args) throws InterruptedException {
        List<Trigger> triggers = new ArrayList<>();
        int port = 8083;
        Path file = Path.of("queue.mv");
        @Nullable URI deadLetters = null;
        for (String arg : args) {
            String[] option = arg.split("=", 2);
            switch (option[0]) {
                case "--port" -> port = Integer.parseInt(option[1]);
                case "--file" -> file = Path.of(option[1]);
                case "--deadletters" -> deadLetters = URI.create(option[1]);
                case "--trigger" -> triggers.add(trigger(option[1]));
                default -> throw new IllegalArgumentException("unknown: " + arg);
            }
        }
        LocalBroker broker = LocalBroker.start(port, file, triggers, DeliverySpec.to(deadLetters));
        Runtime.getRuntime().addShutdownHook(new Thread(broker::close));
        new CountDownLatch(1).await();
    }

    private static Trigger trigger(String text) {
        String[] parts = text.split("=", 3);
        Set<String> types = parts.length < 3 ? Set.of() : Set.copyOf(Arrays.asList(parts[2].split(",")));
        return new Trigger(parts[0], types, URI.create(parts[1]));
    }
}
