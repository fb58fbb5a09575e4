package io.oceanid.rows;

/** A format of files. */
public enum Format {
    /** Also with tabs and other separators. */
    CSV,
    XLSX,
    /** A list of objects, or one object. */
    JSON,
    JSONL,
    PARQUET,
    TEXT,
    PDF
}
