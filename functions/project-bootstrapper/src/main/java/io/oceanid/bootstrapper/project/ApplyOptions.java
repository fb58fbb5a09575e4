package io.oceanid.bootstrapper.project;

import org.jspecify.annotations.Nullable;

/**
 * How far an apply may go.
 *
 * @param force whether labels may go that are in use
 * @param prune whether backends and webhooks go that are not declared
 * @param project the id of a project to take over, whatever its marker; null to look for the marker
 */
public record ApplyOptions(
        boolean force, boolean prune, @Nullable Long project) {

    /** Nothing is lost by it. */
    public static final ApplyOptions CAREFUL = new ApplyOptions(false, false, null);
}
