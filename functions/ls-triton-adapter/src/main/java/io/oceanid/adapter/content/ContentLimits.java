package io.oceanid.adapter.content;

import java.time.Duration;

/**
 * What is fetched.
 *
 * @param bytes of one document at the most
 * @param pages of one PDF at the most
 * @param characters of one text at the most
 * @param timeout for one document, from the request to its last byte
 */
public record ContentLimits(int bytes, int pages, int characters, Duration timeout) {

    public static final ContentLimits DEFAULT =
            new ContentLimits(32 * 1024 * 1024, 500, 1_000_000, Duration.ofSeconds(20));
}
