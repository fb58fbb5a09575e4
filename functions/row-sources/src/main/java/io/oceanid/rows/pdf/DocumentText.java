package io.oceanid.rows.pdf;

import io.oceanid.rows.Source;
import java.io.Writer;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The text of a document, and its pages, while they are read. */
final class DocumentText extends Writer {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Source source;
    private final StringBuilder text = new StringBuilder();
    private final ArrayNode pages = JSON.arrayNode();
    private ObjectNode page = JSON.objectNode();
    private ArrayNode words = JSON.arrayNode();
    private int pageBegin;
    private int codePoints;
    private int wordCount;
    private boolean scanned = true;

    DocumentText(Source source) {
        this.source = source;
    }

    void startPage(int number, PageBox box) {
        pageBegin = text.length();
        words = JSON.arrayNode();
        page = pages.addObject();
        page.put("page", number);
        page.put("width", rounded(box.width()));
        page.put("height", rounded(box.height()));
    }

    void endPage() {
        String shown = text.substring(pageBegin);
        page.put("text", shown);
        if (shown.isBlank()) {
            page.put("scanned", true);
        } else {
            scanned = false;
        }
        page.set("words", words);
    }

    /** A word with its box in percent, to be written after what was written so far. */
    void word(String word, Box box) {
        if (++wordCount > source.limits().words()) {
            throw source.unreadable("has more than " + source.limits().words() + " words: split it");
        }
        ObjectNode node = words.addObject();
        node.put("text", word);
        node.put("start", codePoints);
        append(word);
        node.put("end", codePoints);
        node.put("x", rounded(box.left()));
        node.put("y", rounded(box.top()));
        node.put("width", rounded(box.right() - box.left()));
        node.put("height", rounded(box.bottom() - box.top()));
    }

    void append(String more) {
        if (text.length() + more.length() > source.limits().documentCharacters()) {
            throw source.unreadable("has more than " + source.limits().documentCharacters() + " characters: split it");
        }
        text.append(more);
        codePoints += more.codePointCount(0, more.length());
    }

    /** Whether no page has text. */
    boolean isScanned() {
        return scanned;
    }

    ObjectNode data() {
        ObjectNode data = JSON.objectNode().put("text", text.toString());
        data.set("pages", pages);
        return data;
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }

    @Override
    public void write(char[] characters, int offset, int length) {
        append(new String(characters, offset, length));
    }

    @Override
    public void flush() {
        // nothing is kept back
    }

    @Override
    public void close() {
        // nothing is open
    }
}
