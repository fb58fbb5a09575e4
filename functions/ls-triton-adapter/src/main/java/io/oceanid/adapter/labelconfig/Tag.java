package io.oceanid.adapter.labelconfig;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * An XML element, without its content. Label Studio's editor tells no case in names, so neither does this.
 *
 * @param name in lower case, with its prefix
 * @param attributes by their names, likewise
 */
record Tag(String name, Map<String, String> attributes) {

    /** The element that the reader is at. */
    static Tag of(XMLStreamReader reader) {
        var attributes = new HashMap<String, String>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            attributes.put(
                    qualified(reader.getAttributePrefix(i), reader.getAttributeLocalName(i)),
                    reader.getAttributeValue(i));
        }
        return new Tag(qualified(reader.getPrefix(), reader.getLocalName()), attributes);
    }

    boolean is(String lowerCaseName) {
        return name.equals(lowerCaseName);
    }

    /** Whether this is something to annotate with: a tag with a name for another tag. */
    boolean isControl() {
        return !attribute("name").isEmpty() && !attribute("toName").isEmpty();
    }

    /** The attribute's value; empty if there is none. */
    String attribute(String attributeName) {
        return attributes.getOrDefault(lower(attributeName), "");
    }

    private static String qualified(@Nullable String prefix, String localName) {
        return lower(prefix == null || prefix.isEmpty() ? localName : prefix + ":" + localName);
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
