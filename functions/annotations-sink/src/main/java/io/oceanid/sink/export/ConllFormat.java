package io.oceanid.sink.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.oceanid.events.json.EventJson;
import io.oceanid.sink.project.LiveProject;
import io.oceanid.sink.region.KnownText;
import io.oceanid.sink.region.Region;
import io.oceanid.sink.region.ResultReader;
import io.oceanid.sink.region.TaskText;
import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.Objects;

/**
 * CoNLL 2003 as Label Studio's own converter writes it: a token a line, its tag in the last of four columns, an empty
 * line after each document. A document is one annotation's text; annotations that are deleted or skipped make none, and
 * neither do those of a task whose text is not known. An annotation of several texts makes one of each.
 *
 * <p>Only regions of type {@code labels} tag anything, each with the first of its labels. Left out is a region whose
 * span does not agree with the text as it is now, and one that overlaps another which starts earlier or, where they
 * start together, is longer.
 */
record ConllFormat() implements ExportFormat {

    private static final byte[] OPENING = "-DOCSTART- -X- O\n".getBytes(UTF_8);

    /** Sorts the ids before it reads the texts, so that the first row does not wait for the last. */
    private static final String SQL = """
        select (select t.data from oceanid.task t where t.id = n.task),
               (select jsonb_agg(r.raw order by r.ordinal) from oceanid.region r
                where r.annotation = n.annotation and r.type = 'labels')
        from (
          select t.id as task, a.id as annotation
          from oceanid.task t join oceanid.annotation a on a.task = t.id
          where t.project = $1 and t.deleted_at is null and t.data is not null
            and a.deleted_at is null and not a.was_cancelled
          order by t.id, a.id) n
        order by n.task, n.annotation
        """;

    @Override
    public String ending() {
        return "conll";
    }

    @Override
    public String contentType() {
        return "text/plain; charset=utf-8";
    }

    @Override
    public String sql() {
        return SQL;
    }

    @Override
    public int fetchSize() {
        return 16;
    }

    @Override
    public byte[] opening() {
        return OPENING.clone();
    }

    @Override
    public byte[] write(Readable row, LiveProject project) {
        byte[] data = Objects.requireNonNull(row.get(0, byte[].class));
        byte[] items = row.get(1, byte[].class);
        TaskText task = TaskText.of(EventJson.read(data), project.parsedLabelConfig());
        List<Region> regions = ResultReader.read(items == null ? null : EventJson.read(items), task)
                .regions();
        StringBuilder documents = new StringBuilder();
        task.known().forEach(text -> documents.append(document(text, regions)));
        return documents.toString().getBytes(UTF_8);
    }

    private static String document(KnownText text, List<Region> regions) {
        List<Entity> entities = regions.stream()
                .filter(text::carries)
                .flatMap(region -> Entity.of(region).stream())
                .toList();
        return new ConllDocument(text.text()).write(Entity.disjoint(entities));
    }
}
