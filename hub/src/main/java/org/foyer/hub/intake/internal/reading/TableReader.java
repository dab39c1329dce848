package org.foyer.hub.intake.internal.reading;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.foyer.hub.intake.Progress;
import org.foyer.hub.store.DiskFull;
import org.foyer.kit.Source;
import org.jspecify.annotations.Nullable;

/** Turns a recognised file into one working table, whatever its format. */
public final class TableReader {

    private final List<Source> sources;
    private final ReadLimits limits;

    public TableReader(List<Source> sources, ReadLimits limits) {
        this.sources = List.copyOf(sources);
        this.limits = limits;
    }

    /**
     * Reads the whole file once (JSON: twice) in bounded memory.
     *
     * @param recognition of this file, not stopped
     * @param shape for JSON, how to see it; null for the likeliest. Ignored otherwise
     * @param workFolder where the two files of the table are made
     * @param progress hears bytes under the step {@code read}
     * @throws DiskFull when the disk has no room for the working files; nothing is left of them then
     * @return the table; when it is stopped its problems say why, and its rows must not be used
     */
    public WorkingTable read(
            Path file,
            String fileName,
            Recognition recognition,
            @Nullable JsonShape shape,
            Path workFolder,
            Progress progress) {
        if (recognition.stopped()) {
            throw new IllegalArgumentException("a file that cannot be read: " + recognition.problems());
        }
        try (WorkFiles files = new WorkFiles(workFolder)) {
            List<String> columns = switch (recognition.format()) {
                case Recognition.DELIMITED -> delimited(file, fileName, recognition, files, progress);
                case Recognition.XLSX -> xlsx(file, fileName, recognition, files, progress);
                case Recognition.JSON, Recognition.JSON_LINES ->
                    json(file, fileName, recognition, shape, files, progress);
                default ->
                    new SourceReading(source(recognition.format()), file, fileName, limits).read(files, progress);
            };
            return files.finish(columns);
        } catch (IOException e) {
            throw DiskFull.or(e);
        }
    }

    private List<String> delimited(
            Path file, String fileName, Recognition recognition, WorkFiles files, Progress progress)
            throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            new DelimitedReading(in, fileName, recognition, limits, files).read(progress, Files.size(file));
        }
        return recognition.header();
    }

    private List<String> xlsx(Path file, String fileName, Recognition recognition, WorkFiles files, Progress progress)
            throws IOException {
        new XlsxReading(file, fileName, recognition, limits, files, progress).read();
        return recognition.header();
    }

    private List<String> json(
            Path file,
            String fileName,
            Recognition recognition,
            @Nullable JsonShape shape,
            WorkFiles files,
            Progress progress)
            throws IOException {
        JsonShape seen = shape == null ? recognition.shapes().get(0) : shape;
        return new JsonReading(file, fileName, recognition, seen, limits, files, progress).read();
    }

    private Source source(String name) {
        return sources.stream()
                .filter(source -> source.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no source " + name));
    }
}
