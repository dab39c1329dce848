package org.foyer.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Names stay apart: personal tables have a schema of their own, and only who fills it may name it in a question to the
 * warehouse. Read from the constants of the compiled classes, so that no way of writing a question hides it.
 */
class NamesApartTest {

    private static final Path CLASSES = Path.of("target", "classes", "org", "foyer", "hub");
    private static final String SCHEMA = "personal.";

    /**
     * The intake, which brings names in and takes them back; the counts by area and of contacts whose time is over; the class by
     * which contacts leave through the gate; and, in linking, the one by which it sees buyers and the one that makes keys of shared buyers.
     */
    private static final List<String> MAY = List.of(
            "intake/internal/loading/",
            "intake/internal/runs/",
            "store/BuyerAreas",
            "store/BuyerContacts",
            "store/RetentionDue",
            "linking/internal/buyers/BuyerReading",
            "linking/internal/overlap/PeopleKeys");

    @Test
    void noOtherRoomAsksForAPersonalColumn() {
        assertThat(naming(CLASSES)).allMatch(name -> MAY.stream().anyMatch(name::startsWith));
    }

    @Test
    void theScanFindsWhoDoes() {
        assertThat(naming(CLASSES))
                .contains(
                        "store/BuyerAreas.class",
                        "intake/internal/loading/People.class",
                        "linking/internal/buyers/BuyerReading.class")
                .noneMatch(name -> name.startsWith("insight/"));
    }

    /** Contacts leave by one way: segments bring keys to the gate, and the gate alone opens what belongs to them. */
    @Test
    void contactsLeaveThroughTheGateAlone() {
        assertThat(naming(CLASSES, "org/foyer/hub/store/BuyerContacts"))
                .allMatch(name -> name.startsWith("store/BuyerContacts")
                        || name.startsWith("governance/internal/ConsentedContacts"))
                .anyMatch(name -> name.startsWith("governance/"));
        assertThat(naming(CLASSES, "org/foyer/hub/governance/internal/ConsentedContacts"))
                .allMatch(name ->
                        name.startsWith("governance/internal/ConsentedContacts") || name.startsWith("site/Node"));
    }

    private static Set<String> naming(Path classes) {
        return naming(classes, SCHEMA);
    }

    private static Set<String> naming(Path classes, String words) {
        try (Stream<Path> files = Files.walk(classes)) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .filter(file -> names(file, words))
                    .map(file -> classes.relativize(file).toString().replace('\\', '/'))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean names(Path file, String words) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(words);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
