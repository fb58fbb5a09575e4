package io.oceanid.image;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;

/** How one part of an image names another (OCI image specification, descriptor.md). */
record Descriptor(
        String mediaType,
        String digest,
        long size,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> annotations) {}
