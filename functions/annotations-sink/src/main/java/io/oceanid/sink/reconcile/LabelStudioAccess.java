package io.oceanid.sink.reconcile;

import io.oceanid.labelstudio.LabelStudioClient;
import io.oceanid.support.failure.DependencyUnavailableException;
import io.oceanid.support.telemetry.Telemetry;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** The way to Label Studio, which there is only where a token is set. */
final class LabelStudioAccess implements AutoCloseable {

    private final @Nullable LabelStudioClient client;

    /** @param usual where Label Studio is unless the properties say otherwise */
    LabelStudioAccess(LabelStudioProperties properties, URI usual, Telemetry telemetry) {
        this.client = properties.isUsable() ? new LabelStudioClient(properties.settings(usual), telemetry) : null;
    }

    /** @throws DependencyUnavailableException if there is none */
    LabelStudioClient client() {
        if (client == null) {
            throw new DependencyUnavailableException(
                    "LABEL_STUDIO_PAT is not set: this sink cannot read from Label Studio", null);
        }
        return client;
    }

    @Override
    public void close() {
        if (client != null) {
            client.close();
        }
    }
}
