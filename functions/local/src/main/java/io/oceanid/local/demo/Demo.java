package io.oceanid.local.demo;

import io.oceanid.local.database.DatabaseAddress;
import io.oceanid.local.failure.CannotRunException;
import io.oceanid.local.folder.RunState;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** The recorded session through the sink, what then stands in its tables, and what the adapter predicts for its texts. */
public final class Demo {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final String EXAMPLE = """
        {"label_config": "<View><Labels name=\\"l\\" toName=\\"t\\"><Label value=\\"IMO\\"/></Labels>\
        <Text name=\\"t\\" value=\\"$text\\"/></View>", "tasks": [{"data": {"text": "MV Ægir, IMO 9321483"}}]}\
        """;

    private Demo() {}

    /**
     * Sends the session, and prints the tables and the predictions.
     *
     * @param runsOn whether there is something left to try
     */
    public static void show(RunState run, boolean runsOn, PrintStream out) {
        DatabaseAddress database = DatabaseAddress.of(run.database());
        try (HttpClient http = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(PATIENCE)
                        .build();
                Connection connection = database.dataSource().getConnection()) {
            Caller sink = new Caller(http, "sink", run.sink().resolve("/webhook"));
            Replay.Sent sent = new Replay(sink, database).send(RecordedSession.webhooks());
            out.println();
            out.println(sent);
            for (Standing standing : Standing.ALL) {
                out.println();
                standing.read(connection).lines().forEach(out::println);
            }
            Caller adapter = new Caller(http, "adapter", run.adapter().resolve("/predict"));
            out.println();
            new Predictions(adapter).show().lines().forEach(out::println);
        } catch (SQLException e) {
            throw new CannotRunException("the database does not answer as it should: " + e.getMessage(), e);
        }
        if (runsOn) {
            out.println();
            out.println("try: psql " + database.url()
                    + " -c \"select task, text, labels from current_region where 'VESSEL' = any (labels)\"");
            out.println("     curl '" + run.sink().resolve("/projects/1/export?format=conll") + "'");
            out.println("     curl -d '" + EXAMPLE + "' " + run.adapter().resolve("/predict"));
        }
    }
}
