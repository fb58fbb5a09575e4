package io.oceanid.adapter.mlbackend;

import io.oceanid.adapter.prediction.Wish;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What each project wished when it was set up, since Label Studio does not repeat its {@code extra_params} in a predict
 * call. It does call setup before it predicts, so forgetting a project, or a new instance, does no lasting harm.
 *
 * <p>Thread-safe.
 */
final class Setups {

    private static final int PROJECTS = 1_000;

    private final Map<String, Wish> wishes = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Wish> eldest) {
            return size() > PROJECTS;
        }
    });

    void remember(String project, Wish wish) {
        if (wish.equals(Wish.NONE)) {
            wishes.remove(project);
        } else {
            wishes.put(project, wish);
        }
    }

    Wish of(@Nullable String project) {
        return project == null ? Wish.NONE : wishes.getOrDefault(project, Wish.NONE);
    }
}
