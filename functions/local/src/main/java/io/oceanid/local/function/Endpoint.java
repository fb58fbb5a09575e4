package io.oceanid.local.function;

/**
 * What can be called.
 *
 * @param what it takes or says
 */
public record Endpoint(String method, String path, String what) {

    static Endpoint post(String path, String what) {
        return new Endpoint("POST", path, what);
    }

    static Endpoint get(String path, String what) {
        return new Endpoint("GET", path, what);
    }
}
