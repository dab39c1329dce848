package org.foyer.hub.site.internal.protection;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.PDDocument;

/** The document as a tagged PDF (PDF/UA-1) with its font in it. The classes of the writer are loaded at the first call. */
public final class ProtectionPdf {

    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final String FAMILY = "Liberation Sans";

    private ProtectionPdf() {}

    /** The bytes of the file; a few pages, some 100 kB. */
    public static byte[] of(ProtectionDocument document) {
        XRLog.setLoggingEnabled(false);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.useFont(ProtectionPdf::font, FAMILY, 400, FontStyle.NORMAL, true);
        builder.usePdfUaAccessibility(true);
        builder.withHtmlContent(ProtectionHtml.of(document, FAMILY), null);
        builder.withProducer("Foyer");
        builder.toStream(out);
        try {
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Comes with the writer, under the Open Font Licence; it has é, œ, €, and Greek and Cyrillic for names. */
    private static InputStream font() {
        InputStream found = PDDocument.class.getResourceAsStream(FONT);
        if (found == null) {
            throw new IllegalStateException("missing in the jar: " + FONT);
        }
        return found;
    }
}
