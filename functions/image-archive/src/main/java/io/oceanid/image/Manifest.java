package io.oceanid.image;

import java.util.List;

/** What an image is of (OCI image specification, manifest.md). */
record Manifest(int schemaVersion, String mediaType, Descriptor config, List<Descriptor> layers) {

    static final String MEDIA_TYPE = "application/vnd.oci.image.manifest.v1+json";

    Manifest(Descriptor config, List<Descriptor> layers) {
        this(2, MEDIA_TYPE, config, layers);
    }
}
