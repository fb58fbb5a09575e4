package io.oceanid.support.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.oceanid.support.http.Route;
import io.oceanid.support.http.Routes;
import java.util.Arrays;
import java.util.List;

/** A function that asks for {@link #SECRET}, and what has to be so of each of its routes. */
public final class Door {

    /** What it asks for. */
    public static final String SECRET = "open-sesame-2";

    /** The settings of such a function. */
    public static final String SETTING = "--WEBHOOK_SECRET=" + SECRET;

    private static final int UNAUTHORIZED = 401;

    private Door() {}

    /** For tests of other things: the settings, and that nobody is asked if they say nothing of whom to ask. */
    public static List<String> openUnlessSet(String... settings) {
        boolean set = Arrays.stream(settings).anyMatch(setting -> setting.matches("--(WEBHOOK_SECRET|BASIC_AUTH).*"));
        return set ? List.of() : List.of("--ACCESS_OFF=true");
    }

    /** Each route asks, but for health and what is scraped; the query will do for events alone. */
    public static void isShutOn(int port, Routes routes) {
        assertThat(routes.all())
                .filteredOn(route -> route.door() == Route.Door.OPEN)
                .extracting(Route::path)
                .allMatch(path -> path.startsWith("/health") || path.startsWith("/actuator/"));
        for (Route route : routes.all()) {
            boolean open = route.door() == Route.Door.OPEN;
            boolean events = route.door() == Route.Door.EVENTS;
            String path = route.path().replaceAll("\\{[^}]+}", "1").replace("/**", "");
            String method = route.method().name();
            assertThat(asks(port, RawRequest.of(method, path))).as(path).isEqualTo(!open);
            assertThat(asks(port, RawRequest.of(method, path + "?secret=wrong")))
                    .as(path)
                    .isEqualTo(!open);
            assertThat(asks(port, RawRequest.of(method, path + "?secret=" + SECRET)))
                    .as(path)
                    .isEqualTo(!open && !events);
            assertThat(asks(port, RawRequest.of(method, path).header("X-Webhook-Secret", SECRET)))
                    .as(path)
                    .isFalse();
        }
    }

    private static boolean asks(int port, RawRequest request) {
        RawHttp.Answer answer = RawHttp.exchange(port, request.end());
        if (answer.status() == UNAUTHORIZED) {
            assertThat(answer.headers()).containsEntry("www-authenticate", "X-Webhook-Secret realm=\"oceanid\"");
            assertThat(answer.toString()).doesNotContain(SECRET);
        }
        return answer.status() == UNAUTHORIZED;
    }
}
