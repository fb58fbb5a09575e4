import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** How long the first answer from zero takes, beside that of a bare Go function on the same cluster. */
final class ColdStart {

    private static final String FLOOR = "floor";

    private final Kubectl cluster;
    private final Ingress ingress;
    private final int rounds;

    ColdStart(Kubectl cluster, Ingress ingress, int rounds) {
        this.cluster = cluster;
        this.ingress = ingress;
        this.rounds = rounds;
    }

    /** Starts both in turn, each while nothing else runs, and prints medians and those of the paired differences. */
    void compare(String function) throws IOException, InterruptedException {
        List<Long> floors = new ArrayList<>();
        List<Long> functions = new ArrayList<>();
        List<Long> differences = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            boolean floorFirst = round % 2 == 0;
            long first = start(floorFirst ? FLOOR : function);
            long second = start(floorFirst ? function : FLOOR);
            long floor = floorFirst ? first : second;
            long own = floorFirst ? second : first;
            floors.add(floor);
            functions.add(own);
            differences.add(own - floor);
        }
        System.out.printf(
                "| %s | %d | %d | %+d | %+d to %+d | %d |%n",
                function,
                median(functions),
                median(floors),
                median(differences),
                differences.stream().min(Long::compare).orElseThrow(),
                differences.stream().max(Long::compare).orElseThrow(),
                rounds);
    }

    static void head() {
        System.out.println("| function | from zero, ms | a bare Go function, ms | difference, paired | from – to | n |");
        System.out.println("|---|---|---|---|---|---|");
    }

    private long start(String function) throws IOException, InterruptedException {
        Eventually.within(Duration.ofMinutes(5), "all but the source is at zero", () -> {
            Collection<String> up = cluster.pods().keySet();
            return up.isEmpty() || up.equals(Set.of("label-studio-source"))
                    && !function.equals("label-studio-source");
        });
        // what has just gone is gone for the ingress and the activator, too
        Thread.sleep(2000);
        long begin = System.nanoTime();
        int status = ingress.get(function, "/health").statusCode();
        long millis = (System.nanoTime() - begin) / 1_000_000;
        if (status != 200) {
            throw new IOException("%s answered %d from zero".formatted(function, status));
        }
        return millis;
    }

    private static long median(List<Long> values) {
        List<Long> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
