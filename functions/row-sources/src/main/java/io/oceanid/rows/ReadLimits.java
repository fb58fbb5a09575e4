package io.oceanid.rows;

/**
 * What a source may cost. Whatever costs more is refused, or where only a row does, that row is broken.
 *
 * @param rowCharacters of one row
 * @param documentCharacters of a plain text that is one row, and of a PDF's text
 * @param inflatedBytes of all that is read of an archive
 * @param inflationRatio how many bytes one compressed byte of an archive's part may become; the first 16 MiB are free
 * @param archiveEntries how many files an archive may hold
 * @param pages of a PDF
 * @param words of a PDF, each of which comes with its box
 */
public record ReadLimits(
        int rowCharacters,
        int documentCharacters,
        long inflatedBytes,
        int inflationRatio,
        int archiveEntries,
        int pages,
        int words) {

    /** For a heap of 128 MiB. */
    public static final ReadLimits DEFAULT = new ReadLimits(1 << 20, 4 << 20, 16L << 30, 200, 10_000, 2_000, 50_000);
}
