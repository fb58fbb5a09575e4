package io.oceanid.adapter.triton;

import java.util.HashSet;
import java.util.Set;

/**
 * The names that metrics have for models: callers may name any that the server has, and metrics are kept for ever.
 *
 * <p>Thread-safe.
 */
final class ModelNames {

    static final String OTHER = "other";

    private final int most;
    private final Set<String> known = new HashSet<>();

    ModelNames(int most) {
        this.most = most;
    }

    /** The name itself for the first so many models, and one name for all others. */
    synchronized String of(String model) {
        return known.contains(model) || (known.size() < most && known.add(model)) ? model : OTHER;
    }
}
