package io.oceanid.sink.reconcile;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * Tasks of a project.
 *
 * @param after those with a higher id
 * @param upTo and none with a higher one than this; {@link Long#MAX_VALUE} for no limit
 * @param since those that changed after this; null for all
 */
record TaskRange(
        long project, long after, long upTo, @Nullable Instant since) {

    static final long NO_LIMIT = Long.MAX_VALUE;

    /** Label Studio reads no time that is spelt otherwise. */
    private static final DateTimeFormatter MICROSECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    TaskRange upTo(long last) {
        return new TaskRange(project, after, last, since);
    }

    /** As Label Studio's data manager has it: by id, so that what comes or goes meanwhile makes none go missing. */
    String query() {
        StringBuilder filters = new StringBuilder(filter("id", "greater", "Number", String.valueOf(after)));
        if (upTo != NO_LIMIT) {
            filters.append(',').append(filter("id", "less_or_equal", "Number", String.valueOf(upTo)));
        }
        if (since != null) {
            String time = '"' + MICROSECONDS.format(since) + '"';
            filters.append(',').append(filter("updated_at", "greater", "Datetime", time));
        }
        return "{\"ordering\":[\"tasks:id\"],\"filters\":{\"conjunction\":\"and\",\"items\":[" + filters + "]}}";
    }

    private static String filter(String field, String operator, String type, String value) {
        return "{\"filter\":\"filter:tasks:%s\",\"operator\":\"%s\",\"type\":\"%s\",\"value\":%s}"
                .formatted(field, operator, type, value);
    }
}
