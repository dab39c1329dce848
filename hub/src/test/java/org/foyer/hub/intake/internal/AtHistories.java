package org.foyer.hub.intake.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.foyer.hub.intake.internal.IntakeStand.PARIS;

import java.util.List;
import java.util.Map;
import org.foyer.hub.intake.History;
import org.foyer.hub.intake.Progress;
import org.foyer.hub.intake.RecordChange;
import org.foyer.hub.intake.RecordHistory;
import org.foyer.hub.intake.RunReport;
import org.foyer.hub.intake.RunState;
import org.foyer.hub.intake.SheetWords;
import org.foyer.hub.intake.ShowSheet;
import org.foyer.hub.model.IntakeRunId;
import org.junit.jupiter.api.BeforeEach;

/** A house whose show was said by files and sheets, and what its history tells. */
abstract class AtHistories extends AtSheets {

    History history;

    @BeforeEach
    void history() {
        history = stand.intake.history();
    }

    RecordHistory show() {
        return history.of(PARIS, History.Kind.SHOW, production(), 0, 50).orElseThrow();
    }

    ShowSheet sheet() {
        return sheets.sheet(PARIS, sheets.of(PARIS, production(), "ada").orElseThrow())
                .orElseThrow();
    }

    RunReport type(Map<String, String> show, String property, String value) {
        long sheet = sheets.of(PARIS, production(), "ada").orElseThrow();
        SheetWords shown = sheet().shown();
        sheets.keep(PARIS, sheet, TypedShow.changed(shown, show, property, value), "ada");
        ShowSheet.Published published = sheets.publish(PARIS, sheet, "ada");
        assertThat(published.problems()).isEmpty();
        return published.report();
    }

    /** A change by its end, whatever run said it. */
    String change(String told) {
        List<RecordChange> found = show().changes().stream()
                .filter(one -> line(one).replace(" counts", "").endsWith(" " + told))
                .toList();
        assertThat(found).as(told + " in " + lines(show())).hasSize(1);
        return found.get(0).id();
    }

    History.PuttingBack putBack(String told, String actor) {
        return history.putBack(PARIS, History.Kind.SHOW, production(), change(told), null, actor);
    }

    static List<String> lines(RecordHistory history) {
        return history.changes().stream().map(AtHistories::line).toList();
    }

    static String line(RecordChange one) {
        String property = one.what() == RecordChange.What.SAID
                ? one.property()
                : (one.what().name() + " " + one.property()).strip();
        return one.run().number() + " " + property + (one.language().isEmpty() ? "" : "@" + one.language()) + " "
                + one.before() + ">" + one.value() + (one.first() == null ? "" : " " + one.first())
                + (one.dates() > 1 ? "+" + one.dates() : "") + (one.counts() ? " counts" : "");
    }

    long last() {
        return Long.parseLong(stand.query("select max(run) from run_mark").get(0));
    }

    static int number(RunReport report) {
        return report.run().value();
    }

    long production() {
        return Long.parseLong(stand.query("select min(id) from production").get(0));
    }

    long production(String title) {
        return Long.parseLong(stand.query("select id from production where title = '" + title + "'")
                .get(0));
    }

    /** Says that a show is the first one. */
    RunReport join(long show) {
        return run(
                "doubles.json",
                "{\"foyer-doubles\": \"1\", \"decisions\": [{\"thing_kind\": \"production\", \"thing\": \"%d\", \"known_as\": \"%d\", \"verdict\": \"same\"}]}"
                        .formatted(show, production()));
    }

    long performance(String day) {
        return Long.parseLong(stand.query("select id from performance where day = date '" + day + "'")
                .get(0));
    }

    List<String> programme() {
        return stand.query("select d.title, p.starts_local from performance p join production d on d.house = p.house"
                + " and d.id = p.production order by p.id");
    }

    static String planning(String title, String... dates) {
        StringBuilder csv = new StringBuilder("Code représentation;Titre;Date;Heure;Lieu;Description\n");
        for (String date : dates) {
            String[] parts = date.split(" ");
            csv.append("%s;\"%s\";%s;%s;Grand Théâtre;Du planning.\n".formatted(parts[0], title, parts[1], parts[2]));
        }
        return csv.toString();
    }

    static String page(String title, String hour) {
        return """
                {"@context": "https://schema.org", "@type": "TheaterEvent", "@id": "https://www.grand.example/9",
                  "name": "%s", "startDate": "%s:00+01:00", "location": {"@type": "Place", "name": "Grand Théâtre"}}
                """.formatted(title, hour);
    }

    RunReport run(String name, String text) {
        RunReport report = stand.run(PARIS, stand.receive(name, text));
        assertThat(report.state()).as(report.problems().toString()).isEqualTo(RunState.COMMITTED);
        return report;
    }

    void undo(RunReport report) {
        IntakeRunId run = report.run();
        assertThat(stand.intake.undo(run, "ada").state()).isEqualTo(RunState.UNDONE);
    }

    void rebuilt() {
        List<String> before = lines(show());
        stand.intake.rebuild(Progress.NONE);
        assertThat(lines(show())).isEqualTo(before);
    }
}
