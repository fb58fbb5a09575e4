package io.oceanid.labelstudio;

import reactor.core.publisher.Mono;

/** What is shown to Label Studio to be let in. */
interface Credentials {

    /** The value of the header Authorization. */
    Mono<String> authorization();

    /** Label Studio refused a value: whether another one is to be had. */
    boolean renew(String refused);
}
