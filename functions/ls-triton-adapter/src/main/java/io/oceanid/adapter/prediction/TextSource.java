package io.oceanid.adapter.prediction;

import reactor.core.publisher.Mono;

/** Gets texts that tasks only point at. */
@FunctionalInterface
public interface TextSource {

    /** The text behind a URL; fails if it cannot be had, or is not to be fetched. */
    Mono<String> textAt(String url);
}
