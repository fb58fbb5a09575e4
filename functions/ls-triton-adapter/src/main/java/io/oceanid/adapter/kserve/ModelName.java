package io.oceanid.adapter.kserve;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;

/**
 * What a model goes by.
 *
 * @param version empty for the one that the server chooses
 */
record ModelName(String name, String version) {

    /** Reads {@code name} or {@code name/version}; no name of a model has a slash. */
    static ModelName of(String model) {
        int slash = model.indexOf('/');
        return slash < 0
                ? new ModelName(model, "")
                : new ModelName(model.substring(0, slash), model.substring(slash + 1));
    }

    /** As in the paths of KServe v2. */
    String path() {
        String path = "/v2/models/" + encoded(name);
        return version.isEmpty() ? path : path + "/versions/" + encoded(version);
    }

    private static String encoded(String segment) {
        return URLEncoder.encode(segment, UTF_8).replace("+", "%20");
    }
}
