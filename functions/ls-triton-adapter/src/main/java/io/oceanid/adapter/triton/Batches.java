package io.oceanid.adapter.triton;

import java.time.Duration;

/**
 * How requests to a model are put together.
 *
 * @param concurrency requests to one model at once
 * @param linger how long a call may wait for others while a request is under way
 * @param patience how long a call waits; what is not read by then has failed
 */
public record Batches(int concurrency, Duration linger, Duration patience) {}
