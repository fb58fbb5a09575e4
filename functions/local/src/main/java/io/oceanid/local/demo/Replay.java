package io.oceanid.local.demo;

import io.oceanid.local.database.DatabaseAddress;
import java.sql.SQLException;
import java.util.List;

/** Sends webhooks as Label Studio does, one after another. */
final class Replay {

    private final Caller sink;
    private final DatabaseAddress database;

    Replay(Caller sink, DatabaseAddress database) {
        this.sink = sink;
        this.database = database;
    }

    /** Sends all of them; what changed the inbox or the quarantine was new. */
    Sent send(List<String> webhooks) throws SQLException {
        int fresh = 0;
        long before = kept();
        for (String body : webhooks) {
            sink.post(body);
            long after = kept();
            fresh += after > before ? 1 : 0;
            before = after;
        }
        return new Sent(webhooks.size(), fresh);
    }

    private long kept() throws SQLException {
        try (var connection = database.dataSource().getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "select (select count(*) from oceanid.inbox) + (select count(*) from oceanid.quarantine)")) {
            row.next();
            return row.getLong(1);
        }
    }

    /**
     * What became of webhooks.
     *
     * @param fresh those that the sink did not know yet
     */
    record Sent(int all, int fresh) {

        @Override
        public String toString() {
            return "sent " + all + " webhooks: " + fresh + " new, " + (all - fresh) + " already known";
        }
    }
}
