package io.oceanid.adapter.batch;

import java.time.Duration;

/**
 * How items are put together.
 *
 * @param size items of one batch at the most
 * @param concurrency batches under way at once
 * @param linger how long an item may wait for others while a batch is under way
 * @param patience how long a caller waits; items that are not done by then have failed
 */
public record BatchLimits(int size, int concurrency, Duration linger, Duration patience) {

    public BatchLimits {
        if (size < 1 || concurrency < 1 || linger.isNegative() || !patience.isPositive()) {
            throw new IllegalArgumentException(
                    "no limits: %d, %d, %s, %s".formatted(size, concurrency, linger, patience));
        }
    }
}
