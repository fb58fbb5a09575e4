package io.oceanid.adapter.labelconfig;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads one label config. */
final class LabelConfigReader {

    private static final int MAX_DEPTH = 64;

    private final Map<String, TextObject> texts = new LinkedHashMap<>();
    private final Map<String, Control> controls = new LinkedHashMap<>();
    private final Deque<Tag> open = new ArrayDeque<>();

    LabelConfig read(String xml) {
        try {
            XMLStreamReader reader = factory().createXMLStreamReader(new StringReader(xml));
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> start(Tag.of(reader));
                    case XMLStreamConstants.END_ELEMENT -> open.pop();
                    case XMLStreamConstants.DTD ->
                        throw new InvalidLabelConfigException("the label config has a DOCTYPE", null);
                    default -> {}
                }
            }
        } catch (XMLStreamException e) {
            throw new InvalidLabelConfigException("the label config is no well-formed XML" + place(e), e);
        }
        return new LabelConfig(
                controls.values().stream().flatMap(control -> control.on(texts)).toList());
    }

    private void start(Tag tag) {
        if (open.size() == MAX_DEPTH) {
            throw new InvalidLabelConfigException("the label config is nested more than " + MAX_DEPTH + " deep", null);
        }
        open.push(tag);
        if (open.stream().anyMatch(outer -> outer.is("repeater"))) {
            return; // what it makes of its content, names included, depends on each task
        }
        if (tag.isControl()) {
            controls.put(tag.attribute("name"), Control.of(tag));
        } else if (tag.is("text")) {
            addText(tag);
        } else if (tag.is("label")) {
            addLabel(tag);
        }
    }

    private void addText(Tag tag) {
        String name = tag.attribute("name");
        if (!name.isEmpty()) {
            DataPath.of(tag.attribute("value")).ifPresent(path -> texts.put(name, text(name, path, tag)));
        }
    }

    private void addLabel(Tag tag) {
        open.stream()
                .filter(Tag::isControl)
                .findFirst()
                .map(outer -> controls.get(outer.attribute("name")))
                .ifPresent(control -> control.add(tag));
    }

    private static TextObject text(String name, DataPath path, Tag tag) {
        boolean isUrl = tag.attribute("valueType").equals("url");
        return new TextObject(name, path, isUrl, TextEncoding.of(tag.attribute("encoding")));
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    private static String place(XMLStreamException e) {
        return e.getLocation() == null
                ? ""
                : ": line %d, column %d"
                        .formatted(
                                e.getLocation().getLineNumber(), e.getLocation().getColumnNumber());
    }
}
