package io.oceanid.sink.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An array of texts as PostgreSQL reads it (its documentation, section 8.15.2): every element quoted, quotes and backslashes
 * escaped.
 */
final class ArrayLiteral {

    private final StringBuilder elements = new StringBuilder();

    /** The literal of these values. */
    static String of(List<?> values) {
        ArrayLiteral literal = new ArrayLiteral();
        values.forEach(value -> literal.add(String.valueOf(value)));
        return literal.end();
    }

    void add(@Nullable String element) {
        elements.append(elements.isEmpty() ? '{' : ',');
        if (element == null) {
            elements.append("NULL");
            return;
        }
        elements.append('"');
        int from = 0;
        for (int i = 0; i < element.length(); i++) {
            char c = element.charAt(i);
            if (c == '"' || c == '\\') {
                elements.append(element, from, i).append('\\');
                from = i;
            }
        }
        elements.append(element, from, element.length()).append('"');
    }

    boolean isEmpty() {
        return elements.isEmpty();
    }

    /** The literal of what was added, to which no more can be. */
    String end() {
        return isEmpty() ? "{}" : elements.append('}').toString();
    }
}
