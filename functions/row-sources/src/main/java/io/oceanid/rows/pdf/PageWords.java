package io.oceanid.rows.pdf;

import io.oceanid.rows.Source;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** Takes text out of pages, line by line from their top, and notes where each word is. */
final class PageWords extends PDFTextStripper {

    private final DocumentText text;
    private PageBox box = new PageBox(new PDRectangle(1, 1), 0);

    PageWords(Source source) {
        text = new DocumentText(source);
        setSortByPosition(true);
        setLineSeparator("\n");
        setPageEnd("\n");
    }

    DocumentText read(PDDocument document) throws IOException {
        writeText(document, text);
        return text;
    }

    @Override
    protected void startPage(PDPage page) {
        box = PageBox.of(page);
        text.startPage(getCurrentPageNo(), box);
    }

    @Override
    protected void endPage(PDPage page) {
        text.endPage();
    }

    /** What PDFBox takes for a word may have blanks in it. */
    @Override
    protected void writeString(String words, List<TextPosition> glyphs) {
        boolean exact =
                words.equals(glyphs.stream().map(TextPosition::getUnicode).collect(Collectors.joining()));
        int at = 0;
        while (at < words.length()) {
            int end = at;
            boolean blank = Character.isWhitespace(words.charAt(at));
            while (end < words.length() && Character.isWhitespace(words.charAt(end)) == blank) {
                end++;
            }
            String part = words.substring(at, end);
            if (blank || glyphs.isEmpty()) {
                text.append(part);
            } else {
                text.word(part, exact ? box(glyphs, at, end) : box(glyphs, 0, Integer.MAX_VALUE));
            }
            at = end;
        }
    }

    /** Around the glyphs of some of the characters. */
    private Box box(List<TextPosition> glyphs, int from, int to) {
        Box around = null;
        int at = 0;
        for (TextPosition glyph : glyphs) {
            int end = at + glyph.getUnicode().length();
            if (end > from && at < to) {
                Box next = box.of(glyph);
                around = around == null ? next : around.with(next);
            }
            at = end;
        }
        return around == null ? box.of(glyphs.getFirst()) : around;
    }
}
