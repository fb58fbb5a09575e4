package io.oceanid.adapter.batch;

import java.time.Duration;

/**
 * How items are put together.
 *
 * @param size items of one batch at the most
 * @param concurrency batches under way at once
 * @param linger how long an item may wait for others while a batch is under way
 */
public record BatchLimits(int size, int concurrency, Duration linger) {

    public BatchLimits {
        if (size < 1 || concurrency < 1 || linger.isNegative()) {
            throw new IllegalArgumentException("no limits: " + size + ", " + concurrency + ", " + linger);
        }
    }
}
