package org.foyer.hub.intake.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.foyer.hub.intake.internal.IntakeStand.LONDON;
import static org.foyer.hub.intake.internal.IntakeStand.PARIS;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.foyer.hub.intake.Matching;
import org.foyer.hub.intake.Progress;
import org.foyer.hub.intake.RunReport;
import org.foyer.hub.store.ArchivedFile;
import org.foyer.hub.store.HouseKeyMissing;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is personal is sealed with the key of its house, wherever it lies. */
class KeysOfHousesTest {

    private static final String HEAD = "Billet;Operation;Date operation;Spectacle;Date representation;Montant;"
            + "N° client;Nom;Email;Telephone;Adresse;Code postal;Ville\n";
    private static final List<String> PLANTED = List.of(
            "Zwetkovskaya", "zwetkovskaya", "Quillfeather", "quillfeather", "Brimblecombe", "0699887766", "Xanthippe");

    @TempDir
    Path folder;

    IntakeStand stand;

    @BeforeEach
    void open() {
        stand = new IntakeStand(folder);
    }

    private static String sale(String ticket, String day, String buyer) {
        return ticket + ";Vente;" + day + " 10:15;Le Cid;26/04/2025 20:00;23,50;" + buyer + "\n";
    }

    private RunReport load(String name, String rows) {
        return stand.run(PARIS, stand.receive(name, HEAD + rows));
    }

    private void history() {
        load(
                "a.csv",
                sale(
                                "1",
                                "21/02/2025",
                                "REF-Brimblecombe;Zwetkovskaya;zwetkovskaya@old.example;0699887766;3 rue X;75011;Paris")
                        + sale("2", "31/02/2025", "C2;Quillfeather;quillfeather@x.example;;;75011;Paris")
                        + sale("3", "22/02/2025", "C3;Autre;autre@x.example;;;49100;Angers"));
        RunReport second = load(
                "b.csv",
                sale(
                        "4",
                        "23/02/2025",
                        "REF-Brimblecombe;Xanthippe;zwetkovskaya@new.example;0699887766;3 rue X;75011;Paris"));
        assertThat(second.taken()).isEqualTo(1);
    }

    /** The files of the folder in which a text stands, in any of the ways in which a text may be written. */
    private List<String> holding(String text) throws IOException {
        List<String> found = new ArrayList<>();
        List<Charset> ways = List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
                boolean holds = ways.stream()
                        .anyMatch(way -> bytes.contains(new String(text.getBytes(way), StandardCharsets.ISO_8859_1)));
                if (holds) {
                    found.add(folder.relativize(file).toString());
                }
            }
        }
        return found;
    }

    @Test
    void noByteOfTheDataFolderTellsANameAddressOrNumber() throws IOException {
        history();
        assertThat(stand.query("select last_name, email, buyer_ref from personal.buyer where house = 1 order by 1"))
                .containsExactly("Autre|autre@x.example|C3", "Xanthippe|zwetkovskaya@new.example|REF-Brimblecombe");
        assertThat(stand.query("select last_name from personal.buyer_statement order by run"))
                .containsExactly("Zwetkovskaya", "Xanthippe");
        assertThat(stand.query("select value from personal.quarantine_row where raw like '%Quillfeather%'"))
                .containsExactly("31/02/2025 10:15");
        for (String planted : PLANTED) {
            assertThat(holding(planted)).as("%s, while the node runs", planted).isEmpty();
        }
        stand.warehouse.write(connection -> connection.createStatement().execute("checkpoint"));
        stand.close();
        for (String planted : PLANTED) {
            assertThat(holding(planted)).as("%s, afterwards", planted).isEmpty();
        }
        assertThat(holding("Le Cid")).as("what is not personal is found").contains("warehouse.duckdb");
        assertThat(folder.resolve("work")).isEmptyDirectory();
    }

    @Test
    void withoutTheKeyNothingPersonalIsReadAndEveryFigureStays() {
        history();
        stand.run(LONDON, stand.receive("l.csv", HEAD + sale("9", "21/02/2025", "C9;Lear;;;;;")));
        ArchivedFile file = stand.receive("c.csv", HEAD + sale("5", "24/02/2025", "C5;Nom;;;;;"));
        String figures =
                "select house, sum(tickets), sum(amount), sum(known_buyer) from daily_cube group by house order by 1";
        List<String> before = stand.query(figures);
        assertThat(before).containsExactly("1|3|7050|3", "2|1|2350|1");
        stand.keys.destroy(PARIS);

        assertThat(stand.query(figures)).isEqualTo(before);
        assertThat(stand.query("select area, count(*) from personal.person where house = 1 group by area order by 1"))
                .containsExactly("49100|1", "75011|1");
        for (String view : List.of("buyer", "buyer_statement", "quarantine_row")) {
            assertThatThrownBy(() -> stand.query("select * from personal." + view + " where house = 1"))
                    .as(view)
                    .isInstanceOf(HouseKeyMissing.class);
        }
        assertThatThrownBy(() -> stand.intake.prove(PARIS, file, Matching.NONE)).isInstanceOf(HouseKeyMissing.class);
        assertThat(stand.query("select last_name from personal.buyer where house = 2"))
                .containsExactly("Lear");
        stand.intake.rebuild(Progress.NONE);
        assertThat(stand.query(figures))
                .as("what cannot be made again is left out")
                .containsExactly("2|1|2350|1");
    }

    /** Unlike one that was destroyed: it may come back from its back-up. */
    @Test
    void aRebuildWithoutALostKeyChangesNothing() throws IOException {
        history();
        List<String> before = stand.query("select * from daily_cube");
        Path key = stand.data.keys().resolve("house-1.json");
        Path safe = Files.move(key, folder.resolve("safe.json"));
        stand.close();
        stand = new IntakeStand(folder);
        assertThatThrownBy(() -> stand.intake.rebuild(Progress.NONE)).isInstanceOf(HouseKeyMissing.class);
        assertThat(stand.query("select * from daily_cube")).isEqualTo(before);
        Files.move(safe, key);
        stand.intake.rebuild(Progress.NONE);
        assertThat(stand.query("select * from daily_cube")).isEqualTo(before);
    }

    /** Both houses of the stand have the same salt; their keys differ. */
    @Test
    void theNumberOfAPersonNeedsTheKeyOfTheHouse() {
        String row = sale("1", "21/02/2025", "C1;Lear;lear@x.example;;;;")
                + sale("2", "21/02/2025", "C2;Ann;LEAR@x.example;;;;");
        stand.run(PARIS, stand.receive("a.csv", HEAD + row));
        stand.run(LONDON, stand.receive("a.csv", HEAD + row));
        assertThat(stand.query("select count(distinct person), count(distinct email_key) from personal.person"))
                .containsExactly("4|2");
        assertThat(stand.query("select house, buyers, with_email, same_email from contact_quality order by 1"))
                .containsExactly("1|2|2|2", "2|2|2|2");
    }
}
