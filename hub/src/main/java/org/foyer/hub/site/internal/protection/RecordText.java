package org.foyer.hub.site.internal.protection;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.foyer.hub.governance.ProtectionSheet;
import org.foyer.hub.governance.ProtectionSheet.Held;
import org.foyer.hub.governance.ProtectionSheet.Statement;
import org.foyer.hub.governance.ProtectionSheet.Use;
import org.foyer.hub.governance.Terms;
import org.foyer.hub.site.internal.document.Document.Cell;
import org.foyer.hub.site.internal.document.Document.Row;
import org.foyer.hub.site.internal.document.Document.Section;
import org.foyer.hub.site.internal.document.Document.Table;

/** The record of processing of article 30(1) of the GDPR, letter by letter. */
final class RecordText {

    /** The point of the sheet that tells of security. */
    private static final int SECURITY = 14;

    private final ProtectionSheet sheet;
    private final ProtectionWords words;

    RecordText(ProtectionSheet sheet, ProtectionWords words) {
        this.sheet = sheet;
        this.words = words;
    }

    Section section() {
        Terms terms = sheet.terms();
        List<Row> rows = List.of(
                row("record_controller", words.orMissing(terms.controller())),
                row("record_contact", words.orMissing(terms.contact())),
                new Row(words.say("record_purposes"), List.of(new Cell(purposes(), null))),
                row("record_people", words.say("record_people_are")),
                new Row(words.say("record_data"), List.of(new Cell(data(), null))),
                row("record_recipients", recipients()),
                new Row(
                        words.say("record_transfers"),
                        List.of(new Cell(List.of(words.orMissing(terms.hosting()), words.say("transfers")), null))),
                new Row(words.say("record_kept"), List.of(new Cell(kept(), null))),
                new Row(words.say("record_security"), List.of(new Cell(security(), null))));
        Table table =
                new Table(words.say("record_title"), List.of(words.say("head_record"), words.say("head_told")), rows);
        return new Section("record", words.say("record_title"), List.of(words.say("record_how")), List.of(table));
    }

    private Row row(String key, String text) {
        return ProtectionText.row(words.say(key), text);
    }

    private List<Use> active() {
        return sheet.purposes().stream().filter(Use::active).toList();
    }

    private List<String> purposes() {
        return active().stream()
                .map(use -> use.purpose().title().in(words.say("language")) + " (" + words.basis(use) + ")")
                .toList();
    }

    /** Kinds of data with how many people each is known of. */
    private List<String> data() {
        Held held = sheet.held();
        List<String> kinds = new ArrayList<>();
        kinds.add(words.sentence(Statement.of("data-buyers", held.buyers())));
        kinds.add(words.sentence(Statement.of("data-email", held.withEmail())));
        kinds.add(words.sentence(Statement.of("data-postcode", held.withPostcode())));
        kinds.add(words.sentence(Statement.of("data-birth-year", held.withBirthYear())));
        kinds.add(words.sentence(Statement.of("data-lines", held.saleLines())));
        kinds.add(words.sentence(Statement.of("data-waiting", held.waitingRows())));
        return kinds;
    }

    private String recipients() {
        Set<String> told = new LinkedHashSet<>();
        active().forEach(use -> use.purpose().recipients().forEach(one -> told.add(words.say("recipient_" + one))));
        return String.join(", ", told);
    }

    private List<String> kept() {
        return active().stream()
                .map(use -> use.purpose().title().in(words.say("language")) + words.say("colon") + words.kept(use))
                .toList();
    }

    private List<String> security() {
        return sheet.points().stream()
                .filter(point -> point.number() == SECURITY)
                .flatMap(point -> point.says().stream())
                .map(words::sentence)
                .toList();
    }
}
