package org.foyer.hub.intake.internal.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.foyer.kit.Place;
import org.foyer.kit.Problem;
import org.foyer.kit.Source;

/** Finds out what a file is, from its bytes and never from its name. */
public final class Recogniser {

    private final List<Source> sources;
    private final ReadLimits limits;

    /** @param sources asked first, in this order */
    public Recogniser(List<Source> sources, ReadLimits limits) {
        this.sources = List.copyOf(sources);
        this.limits = limits;
    }

    /**
     * Looks at the beginning of a file, and at all of its bytes for the encoding.
     *
     * @param fileName as it was sent, for the problems and the sources
     */
    public Recognition recognise(Path file, String fileName) {
        try {
            long bytes = Files.size(file);
            if (bytes > limits.bytesMax()) {
                return unknown("file-too-large", fileName, Long.toString(limits.bytesMax()));
            }
            if (bytes == 0) {
                return unknown("file-empty", fileName);
            }
            return recognise(file, fileName, Head.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Recognition recognise(Path file, String fileName, Head head) throws IOException {
        String beginning = head.sourceBeginning();
        for (Source source : sources) {
            if (source.recognises(fileName, beginning)) {
                return new SourceReading(source, file, fileName, limits).recognise();
            }
        }
        if (head.begins('P', 'K', 3, 4)) {
            return new XlsxRecognition(file, fileName, limits).recognise();
        }
        Charset utf16 = EncodingScan.of(head).utf16(head);
        String kind = utf16 == null ? head.otherKind() : "";
        if (!kind.isEmpty()) {
            return unknown("file-not-a-table", fileName, kind);
        }
        EncodingScan scan = EncodingScan.of(file);
        Charset charset = utf16 == null ? scan.charset() : utf16;
        if (JsonRecognition.looksLikeJson(head.text(charset))) {
            return new JsonRecognition(file, fileName, charset, limits).recognise(head.text(charset));
        }
        return new DelimitedRecognition(file, fileName, limits).recognise(head, scan, charset);
    }

    private static Recognition unknown(String code, String fileName, String... arguments) {
        return Recognition.of(Recognition.UNKNOWN, List.of(Problem.stops(code, Place.of(fileName), arguments)));
    }
}
