package org.foyer.hub.intake.internal.rights;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.foyer.hub.intake.internal.IntakeStand;
import org.foyer.hub.store.Sha256;

/** Looks for a name in every byte of a data folder, and in whatever the key of a house opens: files, packed ones too, and rows. */
final class NameSearch {

    private final String name;
    private final List<String> found = new ArrayList<>();

    private NameSearch(String name) {
        this.name = name.toLowerCase(Locale.ROOT);
    }

    /** Where the name stands, in any case; empty when nowhere. */
    static List<String> placesThatName(IntakeStand stand, String name) throws IOException {
        NameSearch search = new NameSearch(name);
        Path folder = stand.folder();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                search.look(folder.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        for (Sha256 sha256 : stand.archive.list(IntakeStand.PARIS)) {
            try (InputStream in = stand.archive.open(IntakeStand.PARIS, sha256)) {
                search.lookInside(in.readAllBytes());
            }
        }
        for (String view : List.of("buyer", "buyer_statement", "quarantine_row")) {
            search.look(
                    view,
                    stand.query("select * from personal." + view).toString().getBytes(StandardCharsets.ISO_8859_1));
        }
        return search.found;
    }

    private void lookInside(byte[] bytes) throws IOException {
        look("archived", bytes);
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                look("archived " + entry.getName(), zip.readAllBytes());
            }
        }
    }

    private void look(String place, byte[] bytes) {
        if (new String(bytes, StandardCharsets.ISO_8859_1)
                .toLowerCase(Locale.ROOT)
                .contains(name)) {
            found.add(place);
        }
    }
}
