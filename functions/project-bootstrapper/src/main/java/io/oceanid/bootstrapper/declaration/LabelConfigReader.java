package io.oceanid.bootstrapper.declaration;

import io.oceanid.support.failure.InvalidRequestException;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Reads one label config. */
final class LabelConfigReader {

    private static final int MAX_DEPTH = 64;

    private final String field;
    private final StringBuilder canonical = new StringBuilder();
    private final Map<String, Set<String>> labels = new LinkedHashMap<>();
    private final Deque<String> controls = new ArrayDeque<>();

    /** @param field what a fault is told of */
    LabelConfigReader(String field) {
        this.field = field;
    }

    LabelConfig read(String xml) {
        try {
            XMLStreamReader reader = factory().createXMLStreamReader(new StringReader(xml));
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> start(reader);
                    case XMLStreamConstants.END_ELEMENT -> end();
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text(reader.getText());
                    case XMLStreamConstants.DTD -> throw refused("has a DOCTYPE");
                    default -> {}
                }
            }
        } catch (XMLStreamException e) {
            throw refused("is no well-formed XML: line %d, column %d"
                    .formatted(e.getLocation().getLineNumber(), e.getLocation().getColumnNumber()));
        }
        return new LabelConfig(xml, canonical.toString(), labels);
    }

    private void start(XMLStreamReader reader) {
        if (controls.size() == MAX_DEPTH) {
            throw refused("is nested more than " + MAX_DEPTH + " deep");
        }
        Map<String, String> attributes = new TreeMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
        canonical.append('<').append(reader.getLocalName()).append(attributes).append('>');
        String name = attributes.get("name");
        if (name != null && attributes.containsKey("toName")) {
            labels.computeIfAbsent(name, _ -> new LinkedHashSet<>());
            controls.push(name);
        } else {
            // annotations carry the alias, where there is one
            offer(attributes.getOrDefault("alias", attributes.get("value")));
            controls.push(controls.isEmpty() ? "" : controls.peek());
        }
    }

    private void offer(@Nullable String label) {
        Set<String> offered = controls.isEmpty() ? null : labels.get(controls.peek());
        if (offered != null && label != null) {
            offered.add(label);
        }
    }

    private void end() {
        controls.pop();
        canonical.append("</>");
    }

    private void text(String text) {
        canonical.append(text.strip());
    }

    private InvalidRequestException refused(String why) {
        return new InvalidRequestException(field, field + " " + why);
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }
}
