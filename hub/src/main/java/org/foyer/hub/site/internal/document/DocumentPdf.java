package org.foyer.hub.site.internal.document;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.font.FontMappers;

/** The document as a tagged PDF (PDF/UA-1) with its font in it. The classes of the writer are loaded at the first call. */
public final class DocumentPdf {

    private static final String FAMILY = "Liberation Sans";

    static {
        FontMappers.set(new OneFont());
        XRLog.setLoggingEnabled(false);
    }

    private DocumentPdf() {}

    /** The bytes of the file; a few pages, some 100 kB. */
    public static byte[] of(Document document) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.useFont(OneFont::file, FAMILY, 400, FontStyle.NORMAL, true);
        builder.usePdfUaAccessibility(true);
        builder.withHtmlContent(DocumentHtml.of(document, FAMILY), null);
        builder.withProducer("Foyer");
        builder.toStream(out);
        try {
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
