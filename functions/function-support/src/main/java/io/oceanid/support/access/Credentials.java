package io.oceanid.support.access;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** What callers have to show, and whether they do. Immutable. */
final class Credentials {

    /** Of the query; for callers that have no say in their headers, such as a Trigger. */
    static final String PARAMETER = "secret";

    private static final String BASIC = "Basic ";

    private final String header;
    private final Secrets secrets;
    private final Secrets logins;
    private final List<String> schemes;

    Credentials(AccessProperties properties) {
        this.header = properties.header();
        this.secrets = new Secrets(properties.eachSecret());
        boolean hasLogin = !properties.user().isBlank();
        this.logins = new Secrets(
                hasLogin
                        ? List.of(HttpHeaders.encodeBasicAuth(
                                properties.user(), properties.password(), StandardCharsets.UTF_8))
                        : List.of());
        this.schemes = schemes(hasLogin, !properties.eachSecret().isEmpty());
    }

    /**
     * The ways to authenticate, as RFC 9110 calls schemes. The header of the secret is named as one, so that whoever set a
     * webhook up sees which it is.
     */
    List<String> schemes() {
        return schemes;
    }

    boolean hasSecret(HttpHeaders headers) {
        List<String> given = headers.getOrEmpty(header);
        return given.size() == 1 && secrets.has(given.getFirst());
    }

    boolean hasLogin(HttpHeaders headers) {
        List<String> authorization = headers.getOrEmpty(HttpHeaders.AUTHORIZATION);
        return authorization.size() == 1 && hasLogin(authorization.getFirst());
    }

    boolean areInQuery(ServerHttpRequest request) {
        List<String> given = request.getQueryParams().getOrDefault(PARAMETER, List.of());
        return given.size() == 1 && given.getFirst() != null && secrets.has(given.getFirst());
    }

    private boolean hasLogin(String authorization) {
        return authorization.regionMatches(true, 0, BASIC, 0, BASIC.length())
                && logins.has(authorization.substring(BASIC.length()).strip());
    }

    private List<String> schemes(boolean login, boolean secret) {
        List<String> known = new ArrayList<>();
        if (secret) {
            known.add(header);
        }
        if (login) {
            known.add("Basic");
        }
        return List.copyOf(known);
    }
}
