package io.oceanid.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.util.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class PdfTest {

    @Test
    void aDocumentIsOneRowWithItsPagesAndTheBoxesOfItsWords() {
        JsonNode data = read(pdf(document -> {
            page(document, 0, "MV Ever Given", 72, 700);
            page(document, 0, "IMO 9811000", 72, 700);
        }));

        assertThat(data.path("text").asString()).isEqualTo("MV Ever Given\nIMO 9811000\n");
        assertThat(data.path("pages")).hasSize(2);
        JsonNode page = data.at("/pages/0");
        assertThat(page.path("page").asInt()).isEqualTo(1);
        assertThat(page.path("width").asInt()).isEqualTo(200);
        assertThat(page.path("height").asInt()).isEqualTo(800);
        assertThat(page.path("text").asString()).isEqualTo("MV Ever Given\n");
        assertThat(page.has("scanned")).isFalse();
        JsonNode ever = page.at("/words/1");
        assertThat(ever.path("text").asString()).isEqualTo("Ever");
        assertThat(ever.path("start").asInt()).isEqualTo(3);
        assertThat(ever.path("end").asInt()).isEqualTo(7);
        assertThat(data.at("/pages/1/words/0/start").asInt()).isEqualTo(14);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 36, 11.5, 4.72, 1.25",
        "90, 87.25, 36, 1.25, 4.72",
        "180, 59.28, 87.25, 4.72, 1.25",
        "270, 11.5, 59.28, 1.25, 4.72"
    })
    void boxesAreInPercentOfThePageAsItIsTurned(int rotation, double x, double y, double width, double height) {
        JsonNode page =
                read(pdf(document -> page(document, rotation, "W", 72, 700))).at("/pages/0");
        JsonNode word = page.at("/words/0");

        assertThat(page.path("width").asInt()).isEqualTo(rotation % 180 == 0 ? 200 : 800);
        assertThat(word.path("x").asDouble()).isCloseTo(x, within(0.01));
        assertThat(word.path("y").asDouble()).isCloseTo(y, within(0.01));
        assertThat(word.path("height").asDouble()).isCloseTo(height, within(0.01));
        assertThat(word.path("width").asDouble()).isCloseTo(width, within(0.01));
    }

    @Test
    void boxesAreInPercentOfWhatIsShownOfAPageThatIsCropped() {
        JsonNode word = read(pdf(document -> {
                    page(document, 0, "W", 72, 700);
                    document.getPage(0).setCropBox(new PDRectangle(50, 600, 100, 200));
                }))
                .at("/pages/0/words/0");
        assertThat(word.path("x").asDouble()).isCloseTo(22, within(0.5));
        assertThat(word.path("y").asDouble() + word.path("height").asDouble()).isCloseTo(51, within(0.5));
    }

    @Test
    void textThatRunsUpwardsHasAnUprightBox() {
        JsonNode word = read(pdf(document -> {
                    PDPage page = new PDPage(new PDRectangle(100, 100));
                    document.addPage(page);
                    try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                        content.beginText();
                        content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 10);
                        content.setTextMatrix(Matrix.getRotateInstance(Math.PI / 2, 50, 20));
                        content.showText("ROTTERDAM");
                        content.endText();
                    }
                }))
                .at("/pages/0/words/0");

        assertThat(word.path("text").asString()).isEqualTo("ROTTERDAM");
        assertThat(word.path("height").asDouble()).isGreaterThan(50);
        assertThat(word.path("width").asDouble()).isCloseTo(10, within(0.5));
        assertThat(word.path("y").asDouble() + word.path("height").asDouble()).isCloseTo(80, within(0.5));
    }

    @Property(tries = 50)
    void aWordIsWhereItSaysInTheText(@ForAll("texts") List<String> lines) {
        JsonNode data = read(pdf(document -> {
            for (String line : lines) {
                page(document, 0, line, 20, 400);
            }
        }));
        int[] text = data.path("text").asString().codePoints().toArray();
        for (JsonNode page : data.path("pages")) {
            for (JsonNode word : page.path("words")) {
                int start = word.path("start").asInt();
                int length = word.path("end").asInt() - start;
                assertThat(new String(text, start, length))
                        .isEqualTo(word.path("text").asString());
            }
        }
    }

    @Provide
    Arbitrary<List<String>> texts() {
        return Arbitraries.strings()
                .withChars("abz09 ,.-äöüß€")
                .ofMinLength(1)
                .ofMaxLength(20)
                .filter(text -> !text.isBlank())
                .list()
                .ofMinSize(1)
                .ofMaxSize(3);
    }

    @Test
    void pagesWithoutTextAreSaidToBeScanned() {
        JsonNode pages = read(pdf(document -> {
                    page(document, 0, "MV A", 20, 400);
                    scan(document);
                }))
                .path("pages");
        assertThat(pages.get(0).has("scanned")).isFalse();
        assertThat(pages.get(1).path("scanned").asBoolean()).isTrue();
        assertThat(Told.of(pdf(PdfTest::scan), "bill.pdf", ReadOptions.DEFAULT))
                .containsExactly("1: all pages are scanned, without text: recognise the text first (OCR)");
    }

    @Test
    void whatHasAPasswordIsRefused() {
        byte[] locked = pdf(document -> {
            page(document, 0, "secret", 20, 400);
            document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
        });
        assertThatThrownBy(() -> Told.of(locked, "bill.pdf", ReadOptions.DEFAULT))
                .isInstanceOf(UnreadableSourceException.class)
                .hasMessage("bill.pdf: has a password: save it without one");
    }

    @Test
    void whatIsDamagedIsRefused() {
        assertThatThrownBy(() -> Told.of("%PDF-1.7\nnothing", "bill.pdf"))
                .hasMessage("bill.pdf: is damaged, or no whole PDF");
    }

    @Property(tries = 30)
    void whatIsCutOffIsRefusedOrReadButNeverFailsOtherwise(@ForAll @IntRange(min = 8, max = 900) int length) {
        byte[] whole = pdf(document -> page(document, 0, "MV A", 20, 400));
        try {
            Told.of(Arrays.copyOf(whole, Math.min(length, whole.length)), "bill.pdf", ReadOptions.DEFAULT);
        } catch (UnreadableSourceException e) {
            assertThat(e).hasMessageStartingWith("bill.pdf");
        }
    }

    @Test
    void moreThanTheLimitsIsRefused() {
        byte[] two = pdf(document -> {
            page(document, 0, "MV A", 20, 400);
            page(document, 0, "MV B", 20, 400);
        });
        assertThatThrownBy(() -> limited(two, new ReadLimits(1, 100, 1 << 20, 1, 1, 1, 100)))
                .hasMessage("bill.pdf: has more than 1 pages");
        assertThatThrownBy(() -> limited(two, new ReadLimits(1, 100, 1 << 20, 1, 1, 9, 3)))
                .hasMessage("bill.pdf: has more than 3 words: split it");
        assertThatThrownBy(() -> limited(two, new ReadLimits(1, 7, 1 << 20, 1, 1, 9, 100)))
                .hasMessage("bill.pdf: has more than 7 characters: split it");
    }

    @Test
    void aStreamThatIsABombIsRefusedBeforeItIsUnpacked() {
        byte[] bomb = pdf(document -> {
            PDPage page = new PDPage();
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                String blanks = " ".repeat(1 << 20);
                for (int i = 0; i < 60; i++) {
                    content.addComment(blanks);
                }
            }
        });
        assertThat(bomb.length).isLessThan(1 << 20);
        assertThatThrownBy(() -> Told.of(bomb, "bill.pdf", ReadOptions.DEFAULT))
                .hasMessageStartingWith("bill.pdf: unpacks to more than");
    }

    private static JsonNode read(byte[] pdf) {
        List<Reading> readings = Told.with(pdf, file -> Told.readings(file, "bill.pdf", ReadOptions.DEFAULT));
        assertThat(readings).hasSize(1);
        return ((Reading.Row) readings.getFirst()).data();
    }

    private static List<Reading> limited(byte[] pdf, ReadLimits limits) {
        return Told.with(pdf, file -> Told.readings(file, "bill.pdf", ReadOptions.DEFAULT, limits));
    }

    private static void page(PDDocument document, int rotation, String text, float x, float y) throws IOException {
        PDPage page = new PDPage(new PDRectangle(200, 800));
        page.setRotation(rotation);
        document.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            content.beginText();
            content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 10);
            content.newLineAtOffset(x, y);
            content.showText(text);
            content.endText();
        }
    }

    private static void scan(PDDocument document) throws IOException {
        PDPage page = new PDPage();
        document.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            BufferedImage image = new BufferedImage(5000, 5000, BufferedImage.TYPE_INT_RGB);
            content.drawImage(LosslessFactory.createFromImage(document, image), 0, 0);
        }
    }

    private static byte[] pdf(Drawing drawing) {
        try (PDDocument document = new PDDocument()) {
            drawing.on(document);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @FunctionalInterface
    private interface Drawing {
        void on(PDDocument document) throws IOException;
    }
}
