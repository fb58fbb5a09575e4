package io.oceanid.sink.export;

import java.util.List;

/**
 * A text as lines of CoNLL 2003. The borders of entities are borders of tokens, so that an entity that begins inside a
 * word is told exactly.
 */
final class ConllDocument {

    private static final String UNKNOWN_COLUMNS = " -X- _ ";

    private final int[] text;
    private final StringBuilder lines = new StringBuilder();

    ConllDocument(String text) {
        this.text = text.codePoints().toArray();
    }

    /**
     * Writes the document.
     *
     * @param entities in the order of the text, within it, without overlaps
     * @return empty if the text has no token
     */
    String write(List<Entity> entities) {
        int at = 0;
        for (Entity entity : entities) {
            writeOutside(at, entity.start());
            writeInside(entity);
            at = entity.end();
        }
        writeOutside(at, text.length);
        return lines.isEmpty() ? "" : lines.append('\n').toString();
    }

    private void writeOutside(int from, int to) {
        Tokens.of(text, from, to).forEach(token -> writeLine(token, "O"));
    }

    private void writeInside(Entity entity) {
        String label = oneWord(entity.label());
        String position = "B-";
        for (String token : Tokens.of(text, entity.start(), entity.end())) {
            writeLine(token, position + label);
            position = "I-";
        }
    }

    private void writeLine(String token, String tag) {
        lines.append(token).append(UNKNOWN_COLUMNS).append(tag).append('\n');
    }

    /** A blank would begin another column. */
    private static String oneWord(String label) {
        int[] mended =
                label.strip().codePoints().map(c -> Tokens.isBlank(c) ? '_' : c).toArray();
        return new String(mended, 0, mended.length);
    }
}
