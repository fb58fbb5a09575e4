package io.oceanid.support.content;

import io.oceanid.support.failure.InvalidRequestException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The hosts that content may be fetched from. URLs come from whoever may send requests or import tasks: without such a
 * list they could make a function ask anything within its reach. Whoever fetches follows no redirects, which would lead
 * past it.
 *
 * @param hosts each a name, or {@code name:port}, in lower case; without a port, the scheme's own is meant
 */
public record AllowedHosts(Set<String> hosts) {

    public AllowedHosts {
        hosts = hosts.stream()
                .map(host -> host.strip().toLowerCase(Locale.ROOT))
                .filter(host -> !host.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * The address of content.
     *
     * @param field of the request, which the URL is of
     * @param what is behind it, as in "a task's text"
     * @throws InvalidRequestException if it is none, or on another host
     */
    public URI require(String field, String what, String url) {
        URI uri = parse(url);
        String scheme =
                uri == null || uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (uri == null || uri.getHost() == null || !(scheme.equals("http") || scheme.equals("https"))) {
            throw new InvalidRequestException(field, what + " is to be behind a URL, and there is none");
        }
        if (uri.getUserInfo() != null || !allows(uri)) {
            throw new InvalidRequestException(
                    field, what + " is on a host that CONTENT_ALLOWED_HOSTS does not name: " + uri.getHost());
        }
        return uri;
    }

    /** Whether an address is on one of the hosts. */
    public boolean allows(URI uri) {
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        return uri.getPort() < 0 ? hosts.contains(host) : hosts.contains(host + ":" + uri.getPort());
    }

    private static @Nullable URI parse(String url) {
        try {
            return new URI(url.strip());
        } catch (URISyntaxException _) {
            return null;
        }
    }
}
