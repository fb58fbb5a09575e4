package io.oceanid.support.telemetry;

import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import io.oceanid.support.http.Route;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;
import org.springframework.http.server.reactive.observation.ServerRequestObservationConvention;

/**
 * A request as OpenTelemetry's HTTP conventions have it, with the route that the function lists: Spring Cloud Function's
 * own is {@code /**} for every function. All values come from short lists, whatever is asked for.
 */
final class HttpServerConvention implements ServerRequestObservationConvention {

    static final String NAME = "http.server.request.duration";

    private static final Set<HttpMethod> METHODS = Set.of(HttpMethod.values());

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public String getContextualName(ServerRequestObservationContext context) {
        return method(context) + " " + path(context).orElse("");
    }

    @Override
    public KeyValues getLowCardinalityKeyValues(ServerRequestObservationContext context) {
        return KeyValues.of(
                KeyValue.of("http.request.method", method(context)),
                KeyValue.of("http.route", path(context).orElse(KeyValue.NONE_VALUE)),
                KeyValue.of("http.response.status_code", status(context)),
                KeyValue.of(ErrorType.KEY, errorType(context)));
    }

    private static Optional<String> path(ServerRequestObservationContext context) {
        return Route.takenBy(context.getAttributes()).map(Route::path);
    }

    private static String method(ServerRequestObservationContext context) {
        HttpMethod method =
                context.getCarrier() == null ? null : context.getCarrier().getMethod();
        return method == null || !METHODS.contains(method) ? "_OTHER" : method.name();
    }

    private static String status(ServerRequestObservationContext context) {
        HttpStatusCode status = statusCode(context);
        return status == null || context.isConnectionAborted() ? KeyValue.NONE_VALUE : String.valueOf(status.value());
    }

    /** Of the server's failures only: a request that is refused is none of them. */
    private static String errorType(ServerRequestObservationContext context) {
        HttpStatusCode status = statusCode(context);
        if (context.isConnectionAborted()) {
            return "aborted";
        }
        return status != null && status.is5xxServerError() ? String.valueOf(status.value()) : KeyValue.NONE_VALUE;
    }

    private static @Nullable HttpStatusCode statusCode(ServerRequestObservationContext context) {
        return context.getResponse() == null ? null : context.getResponse().getStatusCode();
    }
}
