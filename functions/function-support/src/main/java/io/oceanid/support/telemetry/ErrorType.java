package io.oceanid.support.telemetry;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import java.util.List;

/** Calls Micrometer's tag {@code error} what OpenTelemetry calls it, where an observation does not say so itself. */
final class ErrorType implements MeterFilter {

    static final String KEY = "error.type";

    private static final String MICROMETERS = "error";

    @Override
    public Meter.Id map(Meter.Id id) {
        List<Tag> tags = id.getTags();
        if (tags.stream().noneMatch(tag -> tag.getKey().equals(MICROMETERS))) {
            return id;
        }
        boolean said = tags.stream().anyMatch(tag -> tag.getKey().equals(KEY));
        return id.replaceTags(tags.stream()
                .filter(tag -> !said || !tag.getKey().equals(MICROMETERS))
                .map(tag -> tag.getKey().equals(MICROMETERS) ? Tag.of(KEY, tag.getValue()) : tag)
                .toList());
    }
}
