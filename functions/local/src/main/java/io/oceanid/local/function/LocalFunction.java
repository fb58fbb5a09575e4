package io.oceanid.local.function;

import java.net.URI;
import java.util.List;

/**
 * One of the functions and where it listens.
 *
 * @param application its main class
 * @param port on loopback; the one that people know it by
 */
public record LocalFunction(String name, Class<?> application, int port, List<Endpoint> endpoints) {

    /** The address of an endpoint. */
    public URI at(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }
}
