package io.oceanid.bootstrapper.declaration;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Labels that are listed, and the label config that is made of them. */
final class LabelsSection {

    /** Distinct beside each other, in the order labels are listed. */
    private static final List<String> COLORS = List.of(
            "#1f77b4", "#ff7f0e", "#2ca02c", "#d62728", "#9467bd", "#8c564b", "#e377c2", "#7f7f7f", "#bcbd22",
            "#17becf");

    private LabelsSection() {}

    static LabelConfig read(Section labels) {
        Kind kind = kind(labels);
        String data = labels.has("data") ? labels.required("data") : kind.data;
        if (!data.matches("[\\p{L}_][\\p{L}\\p{N}_.\\[\\]-]*")) {
            throw labels.refused("data", "is no name of a field of the tasks' data");
        }
        List<Label> values = labels.list("values", "value", LabelsSection::label);
        if (values.isEmpty()) {
            throw labels.refused("values", "has no label");
        }
        Set<String> names = new HashSet<>();
        for (Label label : values) {
            if (!names.add(label.value)) {
                throw labels.refused("values", "has the label " + label.value + " twice");
            }
        }
        labels.end();
        return LabelConfig.of("labels", xml(kind, data, values));
    }

    private static Kind kind(Section labels) {
        String kind = labels.required("kind");
        try {
            return Kind.valueOf(kind.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException _) {
            throw labels.refused("kind", "is to be ner, document or image");
        }
    }

    private static Label label(Section section) {
        Label label = new Label(
                section.required("value"),
                section.optional("color"),
                section.optional("hotkey"),
                section.optional("alias"),
                String.join(",", section.texts("predictedValues")));
        section.end();
        return label;
    }

    private static String xml(Kind kind, String data, List<Label> labels) {
        StringBuilder xml = new StringBuilder("<View>\n");
        xml.append(kind.opening);
        for (int i = 0; i < labels.size(); i++) {
            Label label = labels.get(i);
            xml.append("    <").append(kind.choice);
            attribute(xml, "value", label.value);
            attribute(xml, "alias", label.alias);
            attribute(xml, "background", label.color == null ? COLORS.get(i % COLORS.size()) : label.color);
            attribute(xml, "hotkey", label.hotkey);
            attribute(xml, "predicted_values", label.predictedValues.isEmpty() ? null : label.predictedValues);
            xml.append("/>\n");
        }
        xml.append(kind.closing);
        xml.append("  <").append(kind.object);
        attribute(xml, "value", "$" + data);
        return xml.append("/>\n</View>").toString();
    }

    private static void attribute(StringBuilder xml, String name, @Nullable String value) {
        if (value != null) {
            xml.append(' ').append(name).append("=\"").append(escaped(value)).append('"');
        }
    }

    private static String escaped(String value) {
        return value.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    /** What is labelled, and how. */
    private enum Kind {
        /** Spans of a text. */
        NER("text", "Labels", "label", "text", "Label", "Text name=\"text\""),
        /** A PDF as a whole. */
        DOCUMENT("pdf", "Choices", "choice", "pdf", "Choice", "Pdf name=\"pdf\""),
        /** Rectangles on a picture. */
        IMAGE("image", "RectangleLabels", "label", "image", "Label", "Image name=\"image\"");

        private final String data;
        private final String opening;
        private final String closing;
        private final String choice;
        private final String object;

        Kind(String data, String control, String name, String toName, String choice, String object) {
            this.data = data;
            this.opening = "  <%s name=\"%s\" toName=\"%s\">\n".formatted(control, name, toName);
            this.closing = "  </%s>\n".formatted(control);
            this.choice = choice;
            this.object = object;
        }
    }

    private record Label(
            String value,
            @Nullable String color,
            @Nullable String hotkey,
            @Nullable String alias,
            String predictedValues) {}
}
