package io.oceanid.local.function;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * What the functions of a run are told of it. They read nothing else: no environment variables.
 *
 * @param database as {@code DATABASE_URL} has it
 * @param broker as {@code K_SINK} has it
 * @param labelStudio that somebody runs; empty for none
 */
public record Surroundings(URI database, URI broker, Optional<LabelStudio> labelStudio) {

    /**
     * A Label Studio.
     *
     * @param token a personal access token, or a legacy one
     */
    public record LabelStudio(URI url, String token) {

        /** Less the token. */
        @Override
        public String toString() {
            return "LabelStudio[" + url + "]";
        }
    }

    /** The settings of functions that call Label Studio. */
    List<String> labelStudioSettings() {
        return labelStudio
                .map(known -> List.of("--LABEL_STUDIO_URL=" + known.url(), "--LABEL_STUDIO_PAT=" + known.token()))
                .orElse(List.of());
    }
}
