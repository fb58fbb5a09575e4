package io.oceanid.bootstrapper.declaration;

import java.util.Map;
import java.util.Set;

/**
 * A label config. Two are equal that mean the same: white space, comments and the order of attributes do not count.
 *
 * @param xml as it was written
 * @param labels control tag's name → what may be chosen there, in order
 */
public record LabelConfig(String xml, String canonical, Map<String, Set<String>> labels) {

    /**
     * Reads one.
     *
     * @throws io.oceanid.support.failure.InvalidRequestException naming {@code field} if it is no XML, has a DOCTYPE, or is
     *     nested too deep
     */
    public static LabelConfig of(String field, String xml) {
        return new LabelConfigReader(field).read(xml);
    }

    /** Whether a control has a label. */
    public boolean has(String control, String label) {
        return labels.getOrDefault(control, Set.of()).contains(label);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LabelConfig config && canonical.equals(config.canonical);
    }

    @Override
    public int hashCode() {
        return canonical.hashCode();
    }
}
