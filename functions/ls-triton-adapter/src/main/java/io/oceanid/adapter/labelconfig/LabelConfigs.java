package io.oceanid.adapter.labelconfig;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Label configs as they were read before. Label Studio sends the config with every call, and seldom another one.
 *
 * <p>Thread-safe.
 */
public final class LabelConfigs {

    /** Longer ones are read each time: few are, and the texts are held as keys. */
    private static final int LONGEST_KEPT = 65_536;

    private final Map<String, LabelConfig> known;

    /**
     * An empty cache.
     *
     * @param capacity how many configs are kept, the ones last used
     */
    public LabelConfigs(int capacity) {
        known = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, LabelConfig> eldest) {
                return size() > capacity;
            }
        };
    }

    /**
     * The config of an XML text.
     *
     * @throws InvalidLabelConfigException see {@link LabelConfig#parse(String)}; such a text is not kept
     */
    public LabelConfig of(String xml) {
        if (xml.length() > LONGEST_KEPT) {
            return LabelConfig.parse(xml);
        }
        LabelConfig before = get(xml);
        return before == null ? put(xml, LabelConfig.parse(xml)) : before;
    }

    private synchronized @Nullable LabelConfig get(String xml) {
        return known.get(xml);
    }

    private synchronized LabelConfig put(String xml, LabelConfig config) {
        LabelConfig other = known.putIfAbsent(xml, config);
        return other == null ? config : other;
    }
}
