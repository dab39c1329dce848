package org.foyer.hub.site.internal.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.fontbox.FontBoxFont;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.CIDFontMapping;
import org.apache.pdfbox.pdmodel.font.FontMapper;
import org.apache.pdfbox.pdmodel.font.FontMapping;
import org.apache.pdfbox.pdmodel.font.PDCIDSystemInfo;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;

/**
 * Answers every question for a font with the one that comes with the writer of PDF. Left alone, the writer would read every
 * font of the machine and keep a list of them in the person's home.
 */
public final class OneFont implements FontMapper {

    /** Has é, œ, €, and Greek and Cyrillic for names; Open Font Licence. */
    private static final String FILE = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private final TrueTypeFont font;

    OneFont() {
        try (InputStream in = file()) {
            font = new TTFParser().parse(new RandomAccessReadBuffer(in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static InputStream file() {
        InputStream found = PDDocument.class.getResourceAsStream(FILE);
        if (found == null) {
            throw new IllegalStateException("missing in the jar: " + FILE);
        }
        return found;
    }

    @Override
    public FontMapping<TrueTypeFont> getTrueTypeFont(String name, PDFontDescriptor described) {
        return new FontMapping<>(font, false);
    }

    @Override
    public FontMapping<FontBoxFont> getFontBoxFont(String name, PDFontDescriptor described) {
        return new FontMapping<>(font, false);
    }

    @Override
    @SuppressWarnings("NullAway") // the writer takes either of two fonts and null for the other
    public CIDFontMapping getCIDFont(String name, PDFontDescriptor described, PDCIDSystemInfo system) {
        return new CIDFontMapping(null, font, false);
    }
}
