import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Memory times hours of a day of labelling, by a model whose every assumption is a setting: in working hours requests come
 * in bursts, and between them functions go to zero; a ping wakes the sink all day long.
 */
final class LabellingDay {

    private static final double DAY = 24 * 3600;

    /** Of three services that are always on, as the project's forerunners were said to take, in MiB. */
    private static final Map<String, Double> ALWAYS_ON = new LinkedHashMap<>();

    static {
        ALWAYS_ON.put("in Python, 750 MB", 750e6 / (1 << 20));
        ALWAYS_ON.put("in Go, 11 MiB", 11.0);
    }

    private final double work = number("WORK_HOURS", 8) * 3600;
    private final double burst = number("BURST_SECONDS", 1200);
    private final double pause = number("PAUSE_SECONDS", 600);
    private final double zeroAfter = number("ZERO_AFTER_SECONDS", 60);
    private final double adapterStays = number("ADAPTER_STAYS_SECONDS", 900);
    private final double pingEvery = number("PING_EVERY_SECONDS", 900);
    private final double ping = number("PING_SECONDS", 5);
    private final double imports = number("IMPORTS", 4);
    private final double importSeconds = number("IMPORT_SECONDS", 60);

    private static double number(String setting, double otherwise) {
        return Double.parseDouble(Environment.setting(setting, String.valueOf(otherwise)));
    }

    /** MiB of a function under load, and when it is idle after that. */
    record Memory(double loaded, double idle) {}

    /** @param memory of each function, natively and on a JVM */
    void print(Map<String, List<Memory>> memory) {
        System.out.println("| function | on, hours a day | at work | native, MiB-hours | JVM, MiB-hours |");
        System.out.println("|---|--:|--:|--:|--:|");
        double[] sums = new double[2];
        memory.forEach((function, variants) -> {
            double on = secondsOn(function) / 3600;
            double atWork = secondsAtWork(function) / 3600;
            double[] hours = variants.stream()
                    .mapToDouble(variant -> atWork * variant.loaded() + (on - atWork) * variant.idle())
                    .toArray();
            sums[0] += hours[0];
            sums[1] += hours[1];
            System.out.printf(
                    Locale.ROOT, "| %s | %.1f | %.1f | %.0f | %.0f |%n", function, on, atWork, hours[0], hours[1]);
        });
        System.out.printf(Locale.ROOT, "| all | | | **%.0f** | **%.0f** |%n", sums[0], sums[1]);
        ALWAYS_ON.forEach((services, mebibytes) ->
                System.out.printf(Locale.ROOT, "| three services %s | 24.0 | | %.0f | |%n", services, mebibytes * 24));
        System.out.printf(
                Locale.ROOT,
                """

                Assumed: %.0f h of work, in which requests come for %.0f s and then none for %.0f s; an instance goes %.0f s \
                after its last request, the adapter's %.0f s later; a ping for the sink each %.0f s that takes %.0f s; %.0f \
                imports of %.0f s; the source is always on; one instance of each. Memory is that after the load while requests \
                come, and that when idle after the load, between probes, for the rest. Not counted: what Knative has in each \
                pod and beside them.%n""",
                work / 3600,
                burst,
                pause,
                zeroAfter,
                adapterStays,
                pingEvery,
                ping,
                imports,
                importSeconds);
    }

    private double secondsOn(String function) {
        return switch (function) {
            case "label-studio-source" -> DAY;
            case "annotations-sink" -> inBursts(zeroAfter) + pings() * Math.min(pingEvery, ping + zeroAfter);
            case "ls-triton-adapter" -> inBursts(zeroAfter + adapterStays);
            case "project-bootstrapper" -> Math.min(DAY, imports * (importSeconds + zeroAfter));
            default -> throw new IllegalArgumentException(function);
        };
    }

    private double secondsAtWork(String function) {
        return switch (function) {
            case "annotations-sink" -> inBursts(0) + pings() * Math.min(pingEvery, ping);
            case "project-bootstrapper" -> Math.min(DAY, imports * importSeconds);
            default -> inBursts(0);
        };
    }

    /** How many find the sink at zero. */
    private double pings() {
        return pingEvery == 0 ? 0 : (DAY - inBursts(zeroAfter)) / pingEvery;
    }

    /** On while requests come, and for a while after them. */
    private double inBursts(double stays) {
        double cycle = burst + pause;
        double last = Math.max(0, stays - pause);
        return Math.min(DAY, work / cycle * Math.min(cycle, burst + stays) + last);
    }
}
