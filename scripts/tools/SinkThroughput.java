import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The sink beside a plain one in Go: the same events into the same PostgreSQL, each into its own tables. */
final class SinkThroughput {

    private static final List<Integer> CONNECTIONS =
            Stream.of(Environment.setting("SINK_CONNECTIONS", "1 16 128").split(" ")).map(Integer::valueOf).toList();

    private final BenchThroughput bench;

    SinkThroughput(BenchThroughput bench) {
        this.bench = bench;
    }

    void run() throws IOException, InterruptedException, SQLException {
        String given = Environment.setting("DATABASE_URL", "");
        if (!given.isEmpty()) {
            run(given);
            return;
        }
        try (Database database = new Database(bench.kept().resolve("local.jar"), bench.kept().resolve("bench/database"))) {
            run(database.url() + "?sslmode=disable");
        }
    }

    private void run(String url) throws IOException, InterruptedException, SQLException {
        List<Contender> contenders = new ArrayList<>();
        try (Sql sql = new Sql(url)) {
            contenders.add(bench.peer("Go sink", List.of(bench.built("peer-sink")), Map.of(
                    "DATABASE_URL", url, "CONNECTIONS", Environment.setting("PEER_DATABASE_CONNECTIONS", "16"))));
            contenders.addAll(bench.ours("annotations-sink", Map.of("DATABASE_URL", url)));
            Map<Contender, AnnotationEvents> events = new HashMap<>();
            for (Contender contender : contenders) {
                // others than those of a run before, in a database that is kept
                long first = (System.currentTimeMillis() / 1000 * 1_000 + events.size()) * 1_000_000;
                events.put(contender, new AnnotationEvents(contender.uri(), first));
            }
            Comparison comparison = new Comparison("events", contenders);
            comparison.run(
                    CONNECTIONS.stream()
                            .map(connections -> new Comparison.Case(connections + " connections", connections, 1))
                            .toList(),
                    (_, contender) -> events.get(contender));
            comparison.print();
            for (Contender contender : contenders) {
                check(sql, contender, events.get(contender));
            }
        } finally {
            contenders.forEach(Contender::close);
        }
    }

    /** Every event was answered with a success, so that each has to have its rows. */
    private static void check(Sql sql, Contender contender, AnnotationEvents events) throws SQLException, IOException {
        long last = events.first() + events.count() - 1;
        String between = " between %d and %d".formatted(events.first(), last);
        String ids = " collate \"C\" between '%s' and '%s'"
                .formatted(
                        AnnotationEvents.eventId(events.first(), events.first()), AnnotationEvents.eventId(last, last));
        String schema = contender.isPeer() ? "peer" : "oceanid";
        String spans = contender.isPeer() ? "span" : "region";
        List<Long> rows = List.of(
                sql.number("select count(*) from " + schema + ".inbox where id" + ids),
                sql.number("select count(*) from " + schema + ".annotation where id" + between),
                sql.number("select count(*) from " + schema + "." + spans + " where annotation" + between));
        if (!rows.equals(List.of(events.count(), events.count(), AnnotationEvents.SPANS * events.count()))) {
            throw new IOException("%s: of %d events there are %s rows in inbox, annotation and %s"
                    .formatted(contender.name(), events.count(), rows, spans));
        }
        System.out.printf(
                "%s: %d events, each once in the inbox, with its annotation and its %d spans.%n",
                contender.name(), events.count(), AnnotationEvents.SPANS);
    }
}
