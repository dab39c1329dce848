package org.foyer.hub.intake.internal.reading;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.foyer.hub.store.DiskFull;
import org.jspecify.annotations.Nullable;

/**
 * How the archive keeps a file from which people were taken out: no longer as it came, but as the strict table that was
 * read from it, with what was recognised, so that it is read again cell by cell and line by line as before.
 *
 * <p>A ZIP of {@code head.json} (see {@link Head}), {@code table.csv} and {@code refused.csv} (see {@link WorkingTable}).
 */
public final class CleanedTable {

    private static final String HEAD = "head.json";
    private static final String TABLE = "table.csv";
    private static final String REFUSED = "refused.csv";
    private static final ObjectMapper JSON = new ObjectMapper();

    private CleanedTable() {}

    /** What was recognised, and what is known of the table. */
    private record Head(
            String format,
            @Nullable String charset,
            @Nullable Character separator,
            long headerLine,
            long firstLine,
            boolean trailingSeparator,
            List<String> header,
            List<List<String>> sample,
            @Nullable String sheet,
            List<String> columns,
            long records,
            Set<Integer> padded,
            long refused,
            LineCount lines) {}

    /**
     * Writes the form.
     *
     * @param seen what was recognised, with the sample as it may be kept
     * @param table with the files as they may be kept
     */
    public static void write(Path target, Recognition seen, WorkingTable table) {
        Charset charset = seen.charset();
        Head head = new Head(
                seen.format(),
                charset == null ? null : charset.name(),
                seen.separator(),
                seen.headerLine(),
                seen.firstLine(),
                seen.trailingSeparator(),
                seen.header(),
                seen.sample(),
                seen.sheet(),
                table.columns(),
                table.records(),
                table.padded(),
                table.refused(),
                table.lines());
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(target))) {
            zip.putNextEntry(new ZipEntry(HEAD));
            zip.write(JSON.writeValueAsBytes(head));
            zip.putNextEntry(new ZipEntry(TABLE));
            Files.copy(table.file(), zip);
            zip.putNextEntry(new ZipEntry(REFUSED));
            Files.copy(table.refusedFile(), zip);
        } catch (IOException e) {
            throw DiskFull.or(e);
        }
    }

    /** What was recognised when the file came. */
    public static Recognition recognition(Path file) {
        Head head = head(file);
        return new Recognition(
                head.format(),
                head.charset() == null ? null : Charset.forName(head.charset()),
                head.separator(),
                head.headerLine(),
                head.firstLine(),
                head.trailingSeparator(),
                head.header(),
                head.sample(),
                List.of(),
                head.sheet(),
                List.of());
    }

    /** The table, in working files of its own. */
    public static WorkingTable table(Path file, Path workFolder) {
        Head head = head(file);
        try (ZipFile zip = new ZipFile(file.toFile());
                WorkFiles files = new WorkFiles(workFolder)) {
            WorkingTable empty = files.finish(head.columns());
            copy(zip, TABLE, empty.file());
            copy(zip, REFUSED, empty.refusedFile());
            return new WorkingTable(
                    empty.file(),
                    head.columns(),
                    head.records(),
                    head.padded(),
                    empty.refusedFile(),
                    head.refused(),
                    List.of(),
                    head.lines(),
                    List.of());
        } catch (IOException e) {
            throw DiskFull.or(e);
        }
    }

    private static void copy(ZipFile zip, String name, Path target) throws IOException {
        try (InputStream in = zip.getInputStream(zip.getEntry(name));
                OutputStream out = Files.newOutputStream(target)) {
            in.transferTo(out);
        }
    }

    private static Head head(Path file) {
        try (ZipFile zip = new ZipFile(file.toFile());
                InputStream in = zip.getInputStream(zip.getEntry(HEAD))) {
            return JSON.readValue(in, Head.class);
        } catch (IOException e) {
            throw DiskFull.or(e);
        }
    }
}
