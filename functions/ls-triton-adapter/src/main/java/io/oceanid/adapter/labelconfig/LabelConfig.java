package io.oceanid.adapter.labelconfig;

import java.util.List;

/**
 * What a project's label config can take of a model that finds spans in texts. All else in it is not told of: other
 * controls, other objects ({@code <HyperText>} and {@code <Paragraphs>} take no offsets into a text), texts that do not
 * come from the task's data, and what stands in a {@code <Repeater>}.
 *
 * @param controls in the order of the config, one for each text that a {@code <Labels>} is for
 */
public record LabelConfig(List<SpanControl> controls) {

    public LabelConfig {
        controls = List.copyOf(controls);
    }

    /**
     * Reads a label config. As in Label Studio's editor, names of tags and attributes count in any case, and a blank
     * config has no controls.
     *
     * @throws InvalidLabelConfigException if this is no well-formed XML, has a DOCTYPE, or is nested too deeply
     */
    public static LabelConfig parse(String xml) {
        return xml.isBlank() ? new LabelConfig(List.of()) : new LabelConfigReader().read(xml);
    }
}
