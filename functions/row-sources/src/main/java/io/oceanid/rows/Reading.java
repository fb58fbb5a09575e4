package io.oceanid.rows;

import tools.jackson.databind.node.ObjectNode;

/** What a source gives next. */
public sealed interface Reading {

    /** Where it stands. */
    Place place();

    /**
     * A row.
     *
     * @param data column → value, in the order of the columns. Cells of tables are strings, as they stand there; values of
     *     JSON and Parquet keep their types
     */
    record Row(Place place, ObjectNode data) implements Reading {}

    /**
     * A row that cannot be read, while those after it can.
     *
     * @param reason for people, without the row's values
     */
    record Broken(Place place, String reason) implements Reading {}
}
