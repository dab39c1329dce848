package org.foyer.hub.intake.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.foyer.hub.intake.internal.IntakeStand.PARIS;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.foyer.hub.intake.DoublePair;
import org.foyer.hub.intake.Progress;
import org.foyer.hub.intake.RunReport;
import org.foyer.hub.intake.SheetWords;
import org.foyer.hub.intake.ShowSheet;
import org.junit.jupiter.api.Test;

/** Where a show is played and how it is attended, typed on its sheet. */
class SheetPlacesTest extends AtSheets {

    private static final Map<String, String> PLACE = Map.of(
            "street", "1 rue du Port", "postcode", "21000", "city", "Dijon", "country", "fr", "attendance", "mixed");

    private static final String ADDRESSES = "select name, street, postcode, city, country from venue order by name";

    @Test
    void aShowTypedInANewVenueHasItsAddressAndSaysHowItIsAttended() {
        long sheet = sheets.blank(PARIS, "ada");
        publish(sheet, with(TypedShow.seagull(sheets, sheet), 0, PLACE));
        assertThat(stand.query(ADDRESSES)).containsExactly("Grand Théâtre|1 rue du Port|21000|Dijon|FR");
        assertThat(
                        stand.query(
                                "select p.day, d.value from performance p"
                                        + " join description_now d on d.kind = 'performance' and d.thing = p.id and d.property = 'attendance'"))
                .containsExactly("2026-03-05|mixed");
        rebuiltTheSame();
    }

    @Test
    void anAddressTypedLaterReachesAVenueThatWasPublishedWithoutOneAndIsGoneWithItsImport() {
        long sheet = sheets.blank(PARIS, "ada");
        publish(sheet, TypedShow.seagull(sheets, sheet));
        assertThat(stand.query(ADDRESSES)).containsExactly("Grand Théâtre|null|null|null|null");
        List<String> without = said();
        RunReport later = publish(sheet, with(shown(sheet), 1, PLACE));
        assertThat(later.taken()).isPositive();
        assertThat(stand.query(ADDRESSES)).containsExactly("Grand Théâtre|1 rue du Port|21000|Dijon|FR");
        rebuiltTheSame();
        stand.intake.undo(Objects.requireNonNull(later.run()), "ada");
        assertThat(stand.query(ADDRESSES)).containsExactly("Grand Théâtre|null|null|null|null");
        assertThat(said()).isEqualTo(without);
    }

    @Test
    void whatFilesSayOfAnAddressIsShownCorrectedAndNeverEmptied() {
        stand.run(PARIS, stand.receive("planning.csv", """
                Code représentation;Titre;Date;Heure;Lieu;Adresse;Code postal;Ville;Pays
                R1;Hamlet;05/03/2026;20:00;Opéra;2 place Neuve;21000;Dijon;FR
                """));
        String told = "Opéra|2 place Neuve|21000|Dijon|FR";
        assertThat(stand.query(ADDRESSES)).containsExactly(told);
        long sheet =
                sheets.of(PARIS, number("select id from production"), "ada").orElseThrow();
        assertThat(shown(sheet).dates().get(0).said())
                .containsEntry("street", "2 place Neuve")
                .containsEntry("postcode", "21000")
                .containsEntry("country", "FR");
        Map<String, String> empty =
                Map.of("street", "", "postcode", "", "city", "", "country", "", "attendance", "", "hall", "Salle 2");
        publish(sheet, with(shown(sheet), 0, empty));
        assertThat(stand.query(ADDRESSES)).containsExactly(told);
        RunReport corrected = publish(sheet, with(shown(sheet), 0, Map.of("street", "3 place Neuve")));
        assertThat(stand.query(ADDRESSES)).containsExactly(told.replace("2 place", "3 place"));
        assertThat(sheets.sheet(PARIS, sheet)
                        .orElseThrow()
                        .files()
                        .dates()
                        .get(0)
                        .get("street"))
                .isEqualTo("2 place Neuve");
        rebuiltTheSame();
        stand.intake.undo(Objects.requireNonNull(corrected.run()), "ada");
        assertThat(stand.query(ADDRESSES)).containsExactly(told);
    }

    @Test
    void aTypedAddressFollowsItsVenueThatGoesByAnotherAndBack() {
        stand.run(PARIS, stand.receive("planning.csv", """
                Code représentation;Titre;Date;Heure;Lieu;Adresse;Code postal;Ville;Pays
                R1;Hamlet;05/03/2026;20:00;Opéra;2 place Neuve;21000;Dijon;FR
                R2;Hamlet;06/03/2026;20:00;Opéra de Dijon;;;Dijon;
                """));
        long sheet =
                sheets.of(PARIS, number("select id from production"), "ada").orElseThrow();
        publish(sheet, with(shown(sheet), 1, Map.of("street", "4 place Neuve")));
        List<String> apart =
                List.of("Opéra|2 place Neuve|21000|Dijon|FR", "Opéra de Dijon|4 place Neuve|null|Dijon|null");
        assertThat(stand.query(ADDRESSES)).containsExactlyElementsOf(apart);
        RunReport merged = stand.intake
                .doubles()
                .decide(
                        PARIS,
                        DoublePair.Kind.VENUE,
                        number("select id from venue where name = 'Opéra'"),
                        number("select id from venue where name = 'Opéra de Dijon'"),
                        true,
                        "ada")
                .orElseThrow();
        assertThat(stand.query(ADDRESSES)).containsExactly("Opéra|4 place Neuve|21000|Dijon|FR");
        rebuiltTheSame();
        stand.intake.undo(Objects.requireNonNull(merged.run()), "ada");
        assertThat(stand.query(ADDRESSES)).containsExactlyElementsOf(apart);
    }

    @Test
    void aPlaceThatCannotBeIsToldAtOnceWithItsFields() {
        long sheet = sheets.blank(PARIS, "ada");
        SheetWords typed = with(TypedShow.seagull(sheets, sheet), 0, PLACE);
        sheets.keep(
                PARIS,
                sheet,
                with(
                        typed,
                        1,
                        Map.of(
                                "street",
                                "2 rue du Port",
                                "postcode",
                                "21000 Dijon Bourgogne France",
                                "country",
                                "XX",
                                "attendance",
                                "télépathie")),
                "ada");
        ShowSheet.Published published = sheets.publish(PARIS, sheet, "ada");
        assertThat(published.problems())
                .extracting(problem -> problem.code() + " " + problem.place().column())
                .containsExactlyInAnyOrder(
                        "country-unknown date-1-country",
                        "postcode-too-long date-1-postcode",
                        "attendance-unknown date-1-attendance",
                        "sheet-address-twice date-1-street",
                        "sheet-address-twice date-1-postcode",
                        "sheet-address-twice date-1-country");
        assertThat(stand.query("select count(*) from venue")).containsExactly("0");
    }

    private RunReport publish(long sheet, SheetWords words) {
        sheets.keep(PARIS, sheet, words, "ada");
        ShowSheet.Published published = sheets.publish(PARIS, sheet, "ada");
        assertThat(published.problems()).isEmpty();
        return Objects.requireNonNull(published.report());
    }

    private SheetWords shown(long sheet) {
        return sheets.sheet(PARIS, sheet).orElseThrow().shown();
    }

    private List<String> said() {
        return stand.query(
                "select thing, property, value, source from description where kind = 'venue' and source <> ''");
    }

    private long number(String sql) {
        return Long.parseLong(stand.query(sql).get(0));
    }

    private void rebuiltTheSame() {
        List<String> before = stand.everything();
        stand.intake.rebuild(Progress.NONE);
        assertThat(stand.everything()).isEqualTo(before);
    }

    /** Everything as it was, but some words of one date. */
    private static SheetWords with(SheetWords words, int date, Map<String, String> said) {
        List<SheetWords.Date> dates = new ArrayList<>(words.dates());
        Map<String, String> all = new HashMap<>(dates.get(date).said());
        all.putAll(said);
        dates.set(date, new SheetWords.Date(dates.get(date).own(), all));
        return new SheetWords(words.show(), dates, words.works(), words.credits());
    }
}
