package io.oceanid.bootstrapper.uploads;

import io.oceanid.rows.ReadOptions;
import io.oceanid.rows.Recipe;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How rows are to be read and sent.
 *
 * @param refuseBroken whether one broken row refuses all
 * @param lookups name → URL of a table that the recipe joins
 * @param url of the file, where it does not come with the request
 * @param chunk rows that are sent at once
 */
public record ImportOptions(
        ReadOptions read,
        @Nullable Recipe recipe,
        boolean refuseBroken,
        Map<String, String> lookups,
        @Nullable String url,
        int chunk) {

    public ImportOptions {
        lookups = Map.copyOf(lookups);
    }
}
