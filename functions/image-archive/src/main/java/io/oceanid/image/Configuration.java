package io.oceanid.image;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;

/** How an image is run (OCI image specification, config.md). */
record Configuration(String created, String architecture, String os, Execution config, Root rootfs) {

    static final String MEDIA_TYPE = "application/vnd.oci.image.config.v1+json";

    /** @param environment {@code name=value} */
    record Execution(
            @JsonProperty("User") String user,
            @JsonProperty("Env") List<String> environment,
            @JsonProperty("Entrypoint") List<String> entrypoint,
            @JsonProperty("Labels") Map<String, String> labels) {}

    /** @param layers the digest of each as a tar, before it is compressed; the first one lowest */
    record Root(String type, @JsonProperty("diff_ids") List<String> layers) {}

    static Configuration of(ImageDescription description, List<Layer> layers) {
        String user = description.user() + ":" + description.user();
        List<String> environment = description.environment().entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .toList();
        return new Configuration(
                description.created().toString(),
                description.architecture(),
                "linux",
                new Execution(user, environment, description.entrypoint(), description.labels()),
                new Root("layers", layers.stream().map(Layer::diffId).toList()));
    }
}
