package io.oceanid.support.http;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.web.server.ServerWebExchange;

/**
 * One thing a function can be asked.
 *
 * @param path a literal path, in which <code>{name}</code> stands for one segment and a closing <code>/**</code> for
 *     any rest
 * @param pattern of the paths that are this one; null for a literal path
 * @param door what callers have to show
 */
public record Route(
        HttpMethod method, String path, @Nullable Pattern pattern, Door door) {

    /** What callers have to show. */
    public enum Door {
        /** Nothing: health, and what is scraped. */
        OPEN,
        /** Credentials, in a header. */
        CREDENTIALS,
        /** Credentials, in the query too, or nothing where settings say so: the senders have no say in their headers. */
        EVENTS
    }

    /** The attribute of an exchange that has its route. */
    private static final String TAKEN = Route.class.getName();

    /** A route answered to GET, and so to HEAD. */
    public static Route get(String path) {
        return new Route(HttpMethod.GET, path, compile(path), Door.CREDENTIALS);
    }

    /** A route answered to POST. */
    public static Route post(String path) {
        return new Route(HttpMethod.POST, path, compile(path), Door.CREDENTIALS);
    }

    /**
     * The route that an exchange took, by the attributes of that exchange: one that has its path, and takes its method if any
     * of them does. None if no route has its path.
     */
    public static Optional<Route> takenBy(Map<String, Object> attributes) {
        return Optional.ofNullable((Route) attributes.get(TAKEN));
    }

    void takenIn(ServerWebExchange exchange) {
        exchange.getAttributes().put(TAKEN, this);
    }

    /** The same route for anybody. */
    public Route open() {
        return new Route(method, path, pattern, Door.OPEN);
    }

    /** The same route for a broker, and for others that have no say in their headers. */
    public Route forEvents() {
        return new Route(method, path, pattern, Door.EVENTS);
    }

    /** Whether it is answered to a method. */
    public boolean takes(HttpMethod other) {
        return methods().contains(other);
    }

    Set<HttpMethod> methods() {
        return method.equals(HttpMethod.GET) ? Set.of(method, HttpMethod.HEAD) : Set.of(method);
    }

    /** Whether a path is this one, raw as it was sent. */
    public boolean hasPath(String raw) {
        return pattern == null ? path.equals(raw) : pattern.matcher(raw).matches();
    }

    /** Against the raw path: what is percent-encoded is not what it stands for, since routing further on is raw too. */
    private static @Nullable Pattern compile(String path) {
        String regex = path.replaceAll("\\{[^/}]+}", "[^/]+").replaceAll("/\\*\\*$", "(/.*)?");
        return regex.equals(path) ? null : Pattern.compile(regex);
    }
}
