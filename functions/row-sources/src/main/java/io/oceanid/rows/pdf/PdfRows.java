package io.oceanid.rows.pdf;

import io.oceanid.rows.Place;
import io.oceanid.rows.Reading;
import io.oceanid.rows.Rows;
import io.oceanid.rows.Source;
import io.oceanid.rows.UnreadableSourceException;
import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.jspecify.annotations.Nullable;

/**
 * A PDF as one row: {@code {"text": …, "pages": [{"page", "width", "height", "text", "scanned", "words"}]}}. Sizes of pages
 * are in points as they are shown. Words have {@code text}, {@code start} and {@code end} in code points of the whole
 * text, and the box {@code x}, {@code y}, {@code width}, {@code height} in percent of the page, from its upper left.
 */
public final class PdfRows implements Rows {

    private final Source source;
    private boolean read;

    private PdfRows(Source source) {
        this.source = source;
    }

    public static Rows open(Source source) throws IOException {
        PdfStreams.check(source);
        return new PdfRows(source);
    }

    @Override
    public @Nullable Reading next() {
        if (read) {
            return null;
        }
        read = true;
        try (PDDocument document = Loader.loadPDF(source.file().toFile(), IOUtils.createTempFileOnlyStreamCache())) {
            if (document.getNumberOfPages() > source.limits().pages()) {
                throw source.unreadable("has more than " + source.limits().pages() + " pages");
            }
            return reading(new PageWords(source).read(document));
        } catch (InvalidPasswordException _) {
            throw source.unreadable("has a password: save it without one");
        } catch (UnreadableSourceException e) {
            throw e;
        } catch (IOException | RuntimeException | StackOverflowError _) {
            throw source.unreadable("is damaged, or no whole PDF");
        }
    }

    private Reading reading(DocumentText text) {
        Place place = new Place(source.name(), 1);
        return text.isScanned()
                ? new Reading.Broken(place, "all pages are scanned, without text: recognise the text first (OCR)")
                : new Reading.Row(place, text.data());
    }

    @Override
    public void close() {
        // is closed as soon as it is read
    }
}
