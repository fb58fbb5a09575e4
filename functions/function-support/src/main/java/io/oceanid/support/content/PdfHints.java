package io.oceanid.support.content;

import org.jspecify.annotations.Nullable;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;

/**
 * What PDFBox reads by name, for native executables of functions that take the text out of PDFs: the names of glyphs, the
 * widths of the fonts that every reader has, the font that stands in for others, and the encodings of Asian texts.
 */
public final class PdfHints implements RuntimeHintsRegistrar {

    @Override
    public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
        hints.resources()
                .registerPattern("org/apache/pdfbox/resources/afm/*.afm")
                .registerPattern("org/apache/pdfbox/resources/glyphlist/*.txt")
                .registerPattern("org/apache/pdfbox/resources/text/*.txt")
                .registerPattern("org/apache/pdfbox/resources/ttf/*.ttf")
                .registerPattern("org/apache/pdfbox/resources/version.properties")
                .registerPattern("org/apache/fontbox/cmap/*")
                .registerPattern("org/apache/fontbox/unicode/*");
    }
}
