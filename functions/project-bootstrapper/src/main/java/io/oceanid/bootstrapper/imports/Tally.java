package io.oceanid.bootstrapper.imports;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.oceanid.rows.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** How far an import is. Thread-safe. */
final class Tally {

    private static final int TOLD = 100;
    private static final int REASONS = 50;

    private final MeterRegistry meters;
    private final AtomicLong read = new AtomicLong();
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong known = new AtomicLong();
    private final AtomicLong skipped = new AtomicLong();
    private final AtomicLong removed = new AtomicLong();
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, Long> reasons = new TreeMap<>();

    Tally(MeterRegistry meters) {
        this.meters = meters;
    }

    /** Has the counters there from the start, so that the first row of a kind is seen as one more. */
    static void announce(MeterRegistry meters) {
        List.of("sent", "known", "skipped").forEach(outcome -> counter(meters, outcome));
    }

    /** A row that does not become a task. */
    private record Problem(Place place, String reason) {}

    void read() {
        read.incrementAndGet();
    }

    void sent(long rows) {
        add(sent, rows, "sent");
    }

    void known() {
        add(known, 1, "known");
    }

    void removed(long tasks) {
        removed.addAndGet(tasks);
    }

    synchronized void skip(Place place, String reason) {
        add(skipped, 1, "skipped");
        if (problems.size() < TOLD) {
            problems.add(new Problem(place, reason));
        }
        if (reasons.size() < REASONS || reasons.containsKey(reason)) {
            reasons.merge(reason, 1L, Long::sum);
        }
    }

    long sent() {
        return sent.get();
    }

    long skipped() {
        return skipped.get();
    }

    ObjectNode progress() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("read", read.get())
                .put("sent", sent.get())
                .put("known", known.get())
                .put("skipped", skipped.get());
    }

    synchronized ObjectNode report(long project) {
        ObjectNode report = JsonNodeFactory.instance.objectNode().put("project", project);
        report.setAll(progress());
        report.put("removed", removed.get());
        report.set("problems", problems());
        ObjectNode counts = report.putObject("reasons");
        reasons.forEach(counts::put);
        return report;
    }

    synchronized ArrayNode problems() {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        problems.forEach(problem -> list.addObject()
                .put("source", problem.place().source())
                .put("line", problem.place().line())
                .put("reason", problem.reason()));
        return list;
    }

    private void add(AtomicLong count, long rows, String outcome) {
        count.addAndGet(rows);
        counter(meters, outcome).increment((double) rows);
    }

    private static Counter counter(MeterRegistry meters, String outcome) {
        return Counter.builder("oceanid.import.rows")
                .description("Rows of imports, by what became of them")
                .tag("outcome", outcome)
                .register(meters);
    }
}
