package io.oceanid.labelstudio;

import reactor.core.publisher.Mono;

/** A token that is shown as it is. Label Studio takes those only where its organization allows it. */
record LegacyToken(String token) implements Credentials {

    @Override
    public Mono<String> authorization() {
        return Mono.just("Token " + token);
    }

    @Override
    public boolean renew(String refused) {
        return false;
    }

    /** Less the token. */
    @Override
    public String toString() {
        return "LegacyToken";
    }
}
