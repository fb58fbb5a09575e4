package io.oceanid.bootstrapper.imports;

import java.time.Duration;

/**
 * How tasks are sent.
 *
 * @param rows of one chunk at the most
 * @param bytes of one chunk at the most, but for a row that is larger by itself
 * @param tries of one chunk
 * @param pause after a failed try; doubled with each
 * @param refuseBroken whether one broken row refuses all, before any is sent
 */
public record ImportSettings(int rows, int bytes, int tries, Duration pause, boolean refuseBroken) {

    public static final int ROWS = 250;
    private static final int BYTES = 1024 * 1024;
    private static final int TRIES = 6;

    /** Chunks of this size; with patience for a Label Studio that starts anew. */
    public static ImportSettings of(int rows, boolean refuseBroken) {
        return new ImportSettings(rows, BYTES, TRIES, Duration.ofSeconds(1), refuseBroken);
    }
}
