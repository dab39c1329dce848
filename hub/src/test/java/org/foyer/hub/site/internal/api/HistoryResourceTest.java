package org.foyer.hub.site.internal.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.Audit;
import org.foyer.hub.governance.Role;
import org.foyer.hub.intake.Matching;
import org.foyer.hub.intake.Progress;
import org.foyer.hub.intake.RecordChange;
import org.foyer.hub.intake.RecordHistory;
import org.foyer.hub.intake.RunOrder;
import org.foyer.hub.intake.RunState;
import org.foyer.hub.model.Discipline;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.model.PostalAddress;
import org.foyer.hub.site.Node;
import org.foyer.hub.site.NodeSettings;
import org.foyer.hub.site.internal.security.Access;
import org.foyer.hub.site.internal.security.CurrentActor;
import org.foyer.hub.site.internal.security.Refused;
import org.foyer.hub.store.ArchivedFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The histories of records as programs ask for them, over a real node: who may, what is refused, and what the audit keeps. */
class HistoryResourceTest {

    @TempDir
    Path folder;

    private Node node;
    private House house;
    private String show;

    @BeforeEach
    void aShowThatWasRenamed() {
        node = Node.open(NodeSettings.of(folder, name -> null));
        house = house("haute");
        house("basse");
        imported("nom d’une personne.csv", "Hamlet");
        imported("deux.csv", "Hamlet, prince");
        show = node.warehouse().read(connection -> {
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery("select max(id) from production")) {
                rows.next();
                return rows.getString(1);
            }
        });
    }

    @AfterEach
    void close() {
        node.close();
    }

    private House house(String slug) {
        return node.houses()
                .add(new House(
                        new HouseId(1),
                        slug,
                        "Ville " + slug,
                        Discipline.THEATRE,
                        300,
                        PostalAddress.UNKNOWN,
                        null,
                        ZoneId.of("Europe/Paris"),
                        Currency.getInstance("EUR"),
                        false));
    }

    private void imported(String name, String title) {
        String csv = "Code représentation;Titre;Date;Heure;Lieu\nN5;\"" + title + "\";2026-03-05;20:00;Grand Théâtre\n";
        ArchivedFile file =
                node.intake().receive(house.id(), name, new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));
        assertThat(node.intake()
                        .run(
                                new RunOrder(house.id(), List.of(file), Matching.NONE, false, null, "claire", null),
                                Progress.NONE)
                        .state())
                .isEqualTo(RunState.COMMITTED);
    }

    private HistoryResource asked(Role role) {
        CurrentActor current = new CurrentActor(QuarkusSecurityIdentity.builder()
                .setAnonymous(true)
                .addAttribute("foyer.actor", new Actor("ada", false, Map.of(house.id(), role), false))
                .build());
        return new HistoryResource(new Access(node.houses(), current), current, node.intake(), node.audit());
    }

    private RecordChange earlierTitle(RecordHistory history) {
        return history.changes().stream()
                .filter(change ->
                        change.property().equals("title") && change.value().equals("Hamlet"))
                .findFirst()
                .orElseThrow();
    }

    private List<Audit.Line> published() {
        return node.audit().lines(house.id(), 0, 50).stream()
                .filter(line -> line.action().equals("show-published"))
                .toList();
    }

    private static void refused(ThrowingCallable asking, int status, String code) {
        assertThatThrownBy(asking).isInstanceOfSatisfying(Refused.class, refusal -> {
            assertThat(refusal.status()).isEqualTo(status);
            assertThat(refusal.code()).isEqualTo(code);
        });
    }

    @Test
    void aReaderReadsItWithoutNamesOfFilesAndAnEditorWithThem() {
        RecordHistory read = asked(Role.READER).history("haute", "show", show, 0, 50);
        RecordHistory edited = asked(Role.EDITOR).history("haute", "show", show, 0, 50);
        assertThat(read.total()).isEqualTo(edited.total()).isGreaterThan(1);
        assertThat(edited.toString()).contains("nom d’une personne.csv");
        assertThat(read.toString()).doesNotContain("nom d’une personne").contains("Hamlet, prince");
        assertThat(asked(Role.READER).history("haute", "show", show, 1, 1).changes())
                .extracting(RecordChange::id)
                .containsExactly(read.changes().get(1).id());
    }

    @Test
    void anEditorPutsAValueBackWhichTheAuditKeeps() {
        HistoryResource editor = asked(Role.EDITOR);
        String change =
                earlierTitle(editor.history("haute", "show", show, 0, 50)).id();
        assertThat(published()).isEmpty();
        assertThat(editor.putBack("haute", "show", show, change, null).state()).isEqualTo(RunState.COMMITTED);
        assertThat(published()).singleElement().satisfies(line -> {
            assertThat(line.actor()).isEqualTo("ada");
            assertThat(line.detail()).isEqualTo("put back of show " + show);
        });
        RecordHistory after = editor.history("haute", "show", show, 0, 50);
        assertThat(after.name()).isEqualTo("Hamlet");
        refused(() -> editor.putBack("haute", "show", show, earlierTitle(after).id(), null), 409, "history-counts");
        String later = after.changes().stream()
                .filter(one -> one.value().equals("Hamlet, prince"))
                .findFirst()
                .orElseThrow()
                .id();
        refused(() -> editor.putBack("haute", "show", show, later, "0@1970-01-01T00:00:00Z"), 409, "history-changed");
        assertThat(published()).as("a refusal is none").hasSize(1);
    }

    @Test
    void whoeverMayNotAndWhatIsNotThereIsRefused() {
        HistoryResource reader = asked(Role.READER);
        String change =
                earlierTitle(reader.history("haute", "show", show, 0, 50)).id();
        refused(() -> reader.putBack("haute", "show", show, change, null), 403, "role-too-low");
        refused(() -> reader.history("basse", "show", show, 0, 50), 404, "house-unknown");
        refused(() -> reader.history("haute", "show", "999", 0, 50), 404, "record-unknown");
        refused(() -> reader.history("haute", "show", "1 or 1", 0, 50), 404, "record-unknown");
        refused(() -> reader.history("haute", "buyer", show, 0, 50), 404, "record-unknown");
        refused(() -> reader.history("haute", "show", show, 0, 201), 400, "parameter-unreadable");
        assertThat(published()).isEmpty();
    }
}
