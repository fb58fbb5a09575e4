package io.oceanid.image;

import java.util.List;

/** Which images a layout has (OCI image specification, image-index.md). */
record Index(int schemaVersion, String mediaType, List<Descriptor> manifests) {

    private static final String MEDIA_TYPE = "application/vnd.oci.image.index.v1+json";

    Index(Descriptor manifest) {
        this(2, MEDIA_TYPE, List.of(manifest));
    }
}
