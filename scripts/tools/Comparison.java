import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Contenders under the same loads in turn, round by round, each as often the first as the others; and the table of it. */
final class Comparison {

    /**
     * Items of each load that each contender has had before anything counts: a JVM compiles by how often something was called,
     * however long that took.
     */
    private final int warmUp = Integer.parseInt(Environment.setting("WARM_UP", "20000"));

    private final int rounds = Integer.parseInt(Environment.setting("ROUNDS", "5"));
    private final long nanosEach = (long) (Double.parseDouble(Environment.setting("SECONDS_EACH", "5")) * 1e9);
    private final String items;
    private final List<Contender> contenders;
    private final Map<Case, Map<Contender, List<Measured>>> outcomes = new LinkedHashMap<>();

    /**
     * A load.
     *
     * @param items of one call
     */
    record Case(String name, int connections, int items) {}

    /** @param cpu seconds that the contender took of the processors */
    private record Measured(ClosedLoop.Outcome outcome, double cpu) {

        double callsASecond() {
            return outcome.callsASecond();
        }

        double p99() {
            return outcome.percentile(99);
        }

        double cpuMicrosACall() {
            return cpu * 1e6 / outcome.nanos().length;
        }
    }

    interface Requests {
        Supplier<byte[]> of(Case load, Contender contender);
    }

    /** @param items what is counted */
    Comparison(String items, List<Contender> contenders) {
        this.items = items;
        this.contenders = contenders;
    }

    void run(List<Case> cases, Requests requests) throws IOException, InterruptedException {
        for (Case load : cases) {
            for (Contender contender : contenders) {
                for (long items = 0; items < warmUp; ) {
                    Measured measured = measure(load, contender, requests);
                    items += measured.outcome().nanos().length * (long) load.items();
                    tell("warming up", load, contender, measured);
                }
            }
        }
        for (int round = 0; round < rounds; round++) {
            for (Case load : cases) {
                for (int turn = 0; turn < contenders.size(); turn++) {
                    Contender contender = contenders.get((turn + round) % contenders.size());
                    Measured measured = measure(load, contender, requests);
                    contender.noteMemory();
                    tell("round " + (round + 1), load, contender, measured);
                    outcomes.computeIfAbsent(load, _ -> new LinkedHashMap<>())
                            .computeIfAbsent(contender, _ -> new ArrayList<>())
                            .add(measured);
                }
            }
        }
    }

    private Measured measure(Case load, Contender contender, Requests requests) throws IOException, InterruptedException {
        double before = contender.cpuSeconds();
        ClosedLoop.Outcome outcome =
                ClosedLoop.run(contender.uri(), load.connections(), nanosEach, requests.of(load, contender));
        return new Measured(outcome, contender.cpuSeconds() - before);
    }

    private void tell(String when, Case load, Contender contender, Measured measured) {
        System.err.printf(
                Locale.ROOT,
                "%s, %s, %s: %.0f %s/s, p99 %.2f ms, CPU %.0f µs a call%n",
                when,
                load.name(),
                contender.name(),
                measured.callsASecond() * load.items(),
                items,
                measured.p99(),
                measured.cpuMicrosACall());
    }

    /** Medians of the rounds; of what is compared within a round also the least and the most. */
    void print() {
        List<Contender> peers = contenders.stream().filter(Contender::isPeer).toList();
        StringBuilder head = new StringBuilder("| load | | %s/s | p50 ms | p99 ms | CPU, µs a call |".formatted(items));
        peers.forEach(peer -> head.append(" %s/s ÷ %s | p99 ÷ its |".formatted(items, peer.name())));
        System.out.println(head.append(" RSS at the most, MiB |"));
        System.out.println("|---|---|" + "--:|".repeat(5 + 2 * peers.size()));
        outcomes.forEach((load, all) -> contenders.forEach(contender -> {
            List<Measured> own = all.get(contender);
            StringBuilder line = new StringBuilder("| %s | %s | %.0f | %.2f | %.2f | %.0f |"
                    .formatted(
                            load.name(),
                            contender.name(),
                            median(own, of -> of.callsASecond() * load.items()),
                            median(own, of -> of.outcome().percentile(50)),
                            median(own, Measured::p99),
                            median(own, Measured::cpuMicrosACall)));
            for (Contender peer : peers) {
                line.append(
                        contender.isPeer()
                                ? " | |"
                                : " **%s** | %s |"
                                        .formatted(
                                                ratio(own, all.get(peer), Measured::callsASecond),
                                                ratio(own, all.get(peer), Measured::p99)));
            }
            System.out.println(line.append(" %.0f |".formatted(contender.mostMemory())));
        }));
        System.out.printf(
                Locale.ROOT,
                "%nMedians of %d rounds of %.1f s a line, after %,d %s of each that do not count; of ratios within a round also the"
                        + " least and the most.%n%n",
                rounds,
                nanosEach / 1e9,
                warmUp,
                items);
    }

    private static String ratio(
            List<Measured> own, List<Measured> other, ToDoubleFunction<Measured> figure) {
        double[] ratios = IntStream.range(0, own.size())
                .mapToDouble(i -> figure.applyAsDouble(own.get(i)) / figure.applyAsDouble(other.get(i)))
                .sorted()
                .toArray();
        return "%.2f (%.2f – %.2f)".formatted(median(ratios), ratios[0], ratios[ratios.length - 1]);
    }

    private static double median(List<Measured> measured, ToDoubleFunction<Measured> figure) {
        return median(measured.stream().mapToDouble(figure).sorted().toArray());
    }

    private static double median(double[] sorted) {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
