package io.oceanid.local.function;

import java.net.URI;
import java.util.List;
import java.util.function.Function;

/**
 * One of the functions and where it listens.
 *
 * @param application its main class
 * @param port on loopback; the one that people know it by
 * @param settings the run → what the function is told of it, as Spring Boot's arguments
 */
public record LocalFunction(
        String name,
        Class<?> application,
        int port,
        List<Endpoint> endpoints,
        Function<Surroundings, List<String>> settings) {

    /** The address of an endpoint. */
    public URI at(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** The same function on another port. */
    public LocalFunction onPort(int other) {
        return new LocalFunction(name, application, other, endpoints, settings);
    }
}
