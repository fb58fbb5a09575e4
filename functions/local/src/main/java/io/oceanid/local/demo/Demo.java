package io.oceanid.local.demo;

import io.oceanid.local.database.DatabaseAddress;
import io.oceanid.local.failure.CannotRunException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** The recorded session through the sink, and what then stands in its tables. */
public final class Demo {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private Demo() {}

    /**
     * Sends the session and prints the tables.
     *
     * @param runsOn whether there is something left to try
     */
    public static void show(URI sink, DatabaseAddress database, boolean runsOn, PrintStream out) {
        URI webhook = sink.resolve("/webhook");
        try (HttpClient http = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(PATIENCE)
                        .build();
                Connection connection = database.dataSource().getConnection()) {
            Replay.Sent sent = new Replay(http, webhook, database).send(RecordedSession.webhooks());
            out.println();
            out.println(sent);
            for (Standing standing : Standing.ALL) {
                out.println();
                standing.read(connection).lines().forEach(out::println);
            }
        } catch (SQLException e) {
            throw new CannotRunException("the database does not answer as it should: " + e.getMessage(), e);
        }
        if (runsOn) {
            out.println();
            out.println("try: psql " + database.url()
                    + " -c \"select task, text, labels from current_region where 'VESSEL' = any (labels)\"");
            out.println("     curl '" + sink.resolve("/projects/1/export?format=conll") + "'");
        }
    }
}
