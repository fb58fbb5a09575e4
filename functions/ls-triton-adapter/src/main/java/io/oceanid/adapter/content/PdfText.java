package io.oceanid.adapter.content;

import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** The text of a PDF, in reading order. Blocks. */
final class PdfText {

    private final ContentLimits limits;

    PdfText(ContentLimits limits) {
        this.limits = limits;
    }

    /** @throws UnreadableContentException if it is no PDF, is encrypted, too long, or has no text, as scanned pages do */
    String of(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            if (document.getNumberOfPages() > limits.pages()) {
                throw new UnreadableContentException("a PDF of more than " + limits.pages() + " pages");
            }
            String text = new PDFTextStripper().getText(document);
            if (text.isBlank()) {
                throw new UnreadableContentException("a PDF without text: its pages are pictures");
            }
            return text;
        } catch (IOException e) {
            throw new UnreadableContentException("a PDF that cannot be read: " + e.getMessage());
        }
    }
}
