package io.oceanid.sink.export;

import io.oceanid.sink.project.LiveProject;
import io.r2dbc.spi.Readable;

/**
 * A way to write a project down.
 *
 * <p>Stateless: a project of any size is written row by row.
 */
sealed interface ExportFormat permits JsonlFormat, ConllFormat, CsvFormat {

    /**
     * What is not deleted of the tasks of project {@code $1}; one that is known by its annotations alone too. In order,
     * so that only ids have to be sorted, and the first row does not wait for the last.
     */
    String TASKS = """
        select id from oceanid.task where project = $1 and deleted_at is null
        union
        select a.task from oceanid.annotation a
        where a.project = $1 and a.deleted_at is null and a.task is not null
          and not exists (select from oceanid.task t where t.id = a.task)
        order by id
        """;

    /** The ending of a file's name. */
    String ending();

    String contentType();

    /** Asks for the rows of project {@code $1}, in the order that they are written in. */
    String sql();

    /** How many rows PostgreSQL hands over at once: so many are held in memory. */
    int fetchSize();

    /** What stands before the first row. */
    byte[] opening();

    byte[] write(Readable row, LiveProject project);
}
