package io.oceanid.labelstudio;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/**
 * Access tokens got for a personal access token. One is fetched once for all callers, and again before it runs out or
 * when Label Studio refuses it.
 *
 * <p>Thread-safe.
 */
final class AccessTokens implements Credentials {

    /** Label Studio's are good for five minutes. */
    private static final Duration USED_FOR = Duration.ofMinutes(4);

    private final InstantSource clock;
    private final Mono<Access> access;
    private final Set<String> refused = ConcurrentHashMap.newKeySet();

    /** @param refresh asks Label Studio for an access token */
    AccessTokens(Mono<JsonNode> refresh, InstantSource clock) {
        this.clock = clock;
        this.access = refresh.map(this::read).cacheInvalidateIf(this::isSpent);
    }

    @Override
    public Mono<String> authorization() {
        return access.map(Access::header);
    }

    @Override
    public boolean renew(String header) {
        // one that is refused is not kept for long: what is asked for next replaces it
        refused.clear();
        refused.add(header);
        return true;
    }

    private Access read(JsonNode answer) {
        JsonNode token = answer.path("access");
        if (!token.isString()) {
            throw new LabelStudioException(200, "Label Studio gave no access token for LABEL_STUDIO_PAT", null);
        }
        return new Access("Bearer " + token.stringValue(), clock.instant().plus(USED_FOR));
    }

    private boolean isSpent(Access access) {
        return !clock.instant().isBefore(access.until()) || refused.contains(access.header());
    }

    private record Access(String header, Instant until) {}
}
