package org.foyer.hub.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The engine's native library, which its driver unpacks into the folder for temporary files at each start and deletes when
 * the process ends in order. A process that is killed would leave 72 MB there each time, so the file loses its name as
 * soon as it is loaded: what is mapped stays until the process is gone, however it goes.
 *
 * <p>Only where the system tells what a process has mapped (Linux); elsewhere the driver's own deletion remains. The
 * driver knows no setting for a library unpacked before.
 */
final class UnpackedEngine {

    private static final Path MAPPED = Path.of("/proc/self/maps");
    private static final Pattern NAME = Pattern.compile("libduckdb_java\\d+\\.so");

    private UnpackedEngine() {}

    /** Takes the name from the files that this process has loaded the engine from. */
    static void clearAway() {
        Path unpackedInto = Path.of(System.getProperty("java.io.tmpdir"));
        try (Stream<String> mappings = Files.isReadable(MAPPED) ? Files.lines(MAPPED) : Stream.empty()) {
            for (Path file : unpacked(mappings, unpackedInto)) {
                Files.deleteIfExists(file);
            }
        } catch (IOException kept) {
            // then it is deleted when the process ends
        }
    }

    /**
     * Files in a folder from which the engine is loaded, and no other library.
     *
     * @param mappings lines as Linux tells them: address, rights, offset, device, inode and, from the first slash, the path
     */
    static List<Path> unpacked(Stream<String> mappings, Path folder) throws IOException {
        Path real = folder.toRealPath();
        return mappings.filter(mapping -> mapping.indexOf('/') > 0)
                .map(mapping -> Path.of(mapping.substring(mapping.indexOf('/'))))
                .filter(path -> real.equals(path.getParent()))
                .filter(path -> NAME.matcher(path.getFileName().toString()).matches())
                .distinct()
                .toList();
    }
}
