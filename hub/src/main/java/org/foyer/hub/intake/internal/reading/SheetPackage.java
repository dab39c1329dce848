package org.foyer.hub.intake.internal.reading;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.foyer.kit.Place;
import org.foyer.kit.Problem;

/**
 * Looks into a ZIP before anything else unpacks it: what it is, whether it becomes too large when unpacked, whether it
 * brings a document type (external entities), which of its parts have merged cells.
 *
 * @param kind {@code xlsx}, or what it is instead
 * @param mergedCells part name → number of merged areas
 * @param problems what forbids opening it
 */
record SheetPackage(String kind, Map<String, Integer> mergedCells, List<Problem> problems) {

    static final String XLSX = "xlsx";

    /** Small parts may shrink a lot without any harm. */
    private static final long RATIO_FROM_BYTES = 10 << 20;
    /** Shared texts are kept in memory while a sheet is read. */
    private static final int IN_MEMORY_SHARE = 8;

    private static final byte[] MERGE = "<mergeCell ".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] DOCTYPE = "<!DOCTYPE".getBytes(StandardCharsets.US_ASCII);

    static SheetPackage look(Path file, String fileName, ReadLimits limits) throws IOException {
        Place place = Place.of(fileName);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            List<? extends ZipEntry> entries = Collections.list(zip.entries());
            String kind = kind(zip);
            if (!kind.equals(XLSX)) {
                return new SheetPackage(kind, Map.of(), List.of());
            }
            if (entries.size() > limits.sheetEntriesMax()) {
                String max = Integer.toString(limits.sheetEntriesMax());
                return new SheetPackage(XLSX, Map.of(), List.of(Problem.stops("sheet-unpacks-too-large", place, max)));
            }
            return parts(zip, entries, place, limits);
        } catch (ZipException broken) {
            return new SheetPackage(XLSX, Map.of(), List.of(Problem.stops("sheet-broken", place)));
        }
    }

    private static String kind(ZipFile zip) {
        if (zip.getEntry("xl/workbook.xml") != null) {
            return XLSX;
        }
        if (zip.getEntry("xl/workbook.bin") != null) {
            return "XLSB";
        }
        return zip.getEntry("content.xml") != null ? "ODS" : "ZIP";
    }

    private static SheetPackage parts(ZipFile zip, List<? extends ZipEntry> entries, Place place, ReadLimits limits)
            throws IOException {
        Map<String, Integer> merged = new HashMap<>();
        List<Problem> problems = new ArrayList<>();
        for (ZipEntry entry : entries) {
            String name = entry.getName();
            if (merged.containsKey(name)) {
                problems.add(Problem.stops("sheet-broken", place));
                break;
            }
            Part part = unpack(zip, entry, limits);
            merged.put(name, part.mergedCells());
            if (part.tooLarge()) {
                problems.add(
                        Problem.stops("sheet-unpacks-too-large", place, Long.toString(limits.sheetEntryBytesMax())));
                break;
            }
            if (part.documentType()) {
                problems.add(Problem.stops("sheet-external-entities", place));
                break;
            }
        }
        return new SheetPackage(XLSX, merged, problems);
    }

    private record Part(boolean tooLarge, boolean documentType, int mergedCells) {}

    private static Part unpack(ZipFile zip, ZipEntry entry, ReadLimits limits) throws IOException {
        boolean inMemory = !entry.getName().startsWith("xl/worksheets/");
        long bytesMax = limits.sheetEntryBytesMax() / (inMemory ? IN_MEMORY_SHARE : 1);
        long packed = Math.max(1, entry.getCompressedSize());
        byte[] buffer = new byte[1 << 16];
        int kept = 0;
        long bytes = 0;
        int merged = 0;
        boolean documentType = false;
        try (InputStream in = zip.getInputStream(entry)) {
            for (int read = in.read(buffer, 0, buffer.length);
                    read >= 0;
                    read = in.read(buffer, kept, buffer.length - kept)) {
                int end = kept + read;
                bytes += read;
                boolean ratioTooHigh = bytes > RATIO_FROM_BYTES && bytes / packed > limits.sheetRatioMax();
                if (bytes > bytesMax || ratioTooHigh) {
                    return new Part(true, false, merged);
                }
                documentType |= bytes == read && count(buffer, end, DOCTYPE) > 0;
                merged += count(buffer, end, MERGE);
                kept = Math.min(end, MERGE.length - 1);
                System.arraycopy(buffer, end - kept, buffer, 0, kept);
            }
        }
        return new Part(false, documentType, merged);
    }

    private static int count(byte[] bytes, int end, byte[] word) {
        int count = 0;
        for (int at = 0; at + word.length <= end; at++) {
            if (bytes[at] == '<' && startsWith(bytes, at, word)) {
                count++;
            }
        }
        return count;
    }

    private static boolean startsWith(byte[] bytes, int at, byte[] word) {
        for (int i = 1; i < word.length; i++) {
            if (bytes[at + i] != word[i]) {
                return false;
            }
        }
        return true;
    }
}
