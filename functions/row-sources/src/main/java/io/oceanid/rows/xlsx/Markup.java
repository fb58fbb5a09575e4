package io.oceanid.rows.xlsx;

import io.oceanid.rows.Source;
import java.io.Closeable;
import java.io.IOException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * The XML of a part, read forwards. Has no document type, hence no entities but XML's own five, and no element, attribute
 * or comment that is too long for memory. Names are without prefixes, so that both kinds of Office Open XML read alike.
 */
final class Markup implements Closeable {

    /** How many bytes the parser may need to come to the next event. */
    private static final int LONGEST_EVENT = 4 << 20;

    private static final XMLInputFactory FACTORY = factory();

    private final Inflated bytes;
    private final XMLStreamReader xml;
    private final String part;
    private final Source source;

    private Markup(Inflated bytes, XMLStreamReader xml, String part, Source source) {
        this.bytes = bytes;
        this.xml = xml;
        this.part = part;
        this.source = source;
    }

    static Markup of(Inflated bytes, String part, Source source) throws IOException {
        try {
            bytes.allow(LONGEST_EVENT);
            synchronized (FACTORY) {
                return new Markup(bytes, FACTORY.createXMLStreamReader(bytes), part, source);
            }
        } catch (XMLStreamException e) {
            bytes.close();
            throw broken(source, part, e);
        }
    }

    /** Goes on to the next beginning or end of an element, or text; false at the end. */
    boolean next() {
        try {
            while (xml.hasNext()) {
                bytes.allow(LONGEST_EVENT);
                switch (xml.next()) {
                    case XMLStreamConstants.DTD ->
                        throw source.unreadable("its part " + part + " has a document type, which no workbook needs");
                    case XMLStreamConstants.START_ELEMENT,
                            XMLStreamConstants.END_ELEMENT,
                            XMLStreamConstants.CHARACTERS,
                            XMLStreamConstants.SPACE,
                            XMLStreamConstants.CDATA -> {
                        return true;
                    }
                    default -> {}
                }
            }
            return false;
        } catch (XMLStreamException e) {
            throw broken(source, part, e);
        }
    }

    boolean starts(String name) {
        return xml.isStartElement() && xml.getLocalName().equals(name);
    }

    boolean starts() {
        return xml.isStartElement();
    }

    boolean ends(String name) {
        return xml.isEndElement() && xml.getLocalName().equals(name);
    }

    boolean isText() {
        return xml.hasText();
    }

    String name() {
        return xml.getLocalName();
    }

    void appendTo(StringBuilder text) {
        text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
    }

    int textLength() {
        return xml.getTextLength();
    }

    @Nullable
    String attribute(String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return null;
    }

    /** Of a relationship, which has a namespace of its own beside another attribute of the name. */
    @Nullable
    String relationship() {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String space = xml.getAttributeNamespace(i);
            if (xml.getAttributeLocalName(i).equals("id") && space != null && !space.isEmpty()) {
                return xml.getAttributeValue(i);
            }
        }
        return null;
    }

    int number(String attribute, int otherwise) {
        String value = attribute(attribute);
        try {
            return value == null ? otherwise : Integer.parseInt(value);
        } catch (NumberFormatException _) {
            return otherwise;
        }
    }

    boolean isTrue(String attribute) {
        String value = attribute(attribute);
        return "1".equals(value) || "true".equals(value);
    }

    private static RuntimeException broken(Source source, String part, XMLStreamException e) {
        boolean cut = e.getNestedException() instanceof IOException;
        return source.unreadable("its part " + part + (cut ? " is damaged: " : " is not XML: ") + summary(e));
    }

    private static String summary(XMLStreamException e) {
        Throwable cause = e.getNestedException();
        String message = cause == null ? e.getMessage() : cause.getMessage();
        return message == null
                ? "it ends early"
                : message.lines()
                        .skip(message.startsWith("ParseError") ? 1 : 0)
                        .findFirst()
                        .map(line -> line.replaceFirst("^Message: ", ""))
                        .orElse(message);
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        // the JDK counts every &amp; of a document in these, and there are no entities but such
        factory.setProperty("jdk.xml.entityExpansionLimit", 0);
        factory.setProperty("jdk.xml.maxGeneralEntitySizeLimit", 0);
        factory.setProperty("jdk.xml.totalEntitySizeLimit", 0);
        factory.setXMLResolver((_, _, _, _) -> {
            throw new XMLStreamException("refers to something else");
        });
        return factory;
    }

    @Override
    public void close() throws IOException {
        try {
            xml.close();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        } finally {
            bytes.close();
        }
    }
}
