package org.foyer.hub.catalogue.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.foyer.hub.catalogue.Festival;
import org.foyer.hub.intake.DoublePair;
import org.foyer.hub.intake.DoublePair.Kind;
import org.foyer.hub.intake.Doubles;
import org.foyer.hub.intake.RunReport;
import org.foyer.hub.intake.RunState;
import org.foyer.hub.intake.internal.IntakeStand;
import org.foyer.hub.model.House;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two spellings of one festival or series: proposed, joined by hand in all years, and taken apart again. */
class JoinedFestivalsTest {

    private static final House HOUSE = Fixture.house("Europe/Paris", false);

    private static final String TABLE = """
            Titre;Date;Heure;Lieu;Festival;Cycle
            La Mouette;2026-07-04;20:00;Cour;Nuits de la Forge;Grandes voix
            La Mouette;2026-07-09;20:00;Cour;Festival des Nuits de la Forge;Les grandes voix
            Lear;2026-07-11;20:00;Cour;Nuits de la Forge;Musique de chambre
            Lear;2027-07-03;20:00;Cour;Festival des Nuits de la Forge;Cycle 1
            Phèdre;2027-07-04;20:00;Cour;Festival d'hiver;Cycle 2
            Octuor;2026-07-12;20:00;Cour;Festival d'été;
            Octuor;2026-07-13;20:00;Cour;Festival de printemps 2026;
            Octuor;2026-07-14;20:00;Cour;Festival de printemps 2027;
            """;

    @TempDir
    Path folder;

    private IntakeStand stand;
    private Descriptions data;

    @BeforeEach
    void open() {
        stand = new IntakeStand(folder.resolve("node"));
        data = new Descriptions(stand.warehouse);
        RunReport report = stand.run(IntakeStand.PARIS, stand.receive("saison.csv", TABLE));
        assertThat(report.state()).as("%s", report.problems()).isEqualTo(RunState.COMMITTED);
    }

    @AfterEach
    void close() {
        stand.close();
    }

    private Festival festival(String name, int year) {
        return new FestivalPages(stand.warehouse)
                .last(100).stream()
                        .filter(one -> one.name().equals(name) && one.first().getYear() == year)
                        .findFirst()
                        .orElseThrow();
    }

    private List<String> festivals() {
        return new FestivalPages(stand.warehouse)
                .last(100).stream()
                        .filter(one -> one.name().contains("Forge"))
                        .map(one -> one.name() + "|" + one.first() + "|" + one.last() + "|" + one.performances())
                        .sorted()
                        .toList();
    }

    private List<DoublePair> proposed(Kind kind) {
        return stand.intake.doubles().doubtful(IntakeStand.PARIS).stream()
                .filter(pair -> pair.kind() == kind)
                .toList();
    }

    private DoublePair nights() {
        return proposed(Kind.FESTIVAL).get(0);
    }

    private RunReport decide(long keep, long other, boolean same) {
        return stand.intake
                .doubles()
                .decide(IntakeStand.PARIS, Kind.FESTIVAL, keep, other, same, "ada")
                .orElseThrow();
    }

    @Test
    void joinedTheyAreOneInEveryYearUnderTheChosenNameUntilThatIsTakenBack() throws IOException {
        Festival long2026 = festival("Festival des Nuits de la Forge", 2026);
        Festival long2027 = festival("Festival des Nuits de la Forge", 2027);
        Festival short2026 = festival("Nuits de la Forge", 2026);
        String before = changed();
        List<String> told = festivals();
        // the longer one is chosen, although fewer dates of 2026 bear it
        RunReport run = decide(nights().other().id(), nights().one().id(), true);
        assertThat(run.state()).isEqualTo(RunState.COMMITTED);
        assertThat(festivals())
                .containsExactly(
                        "Festival des Nuits de la Forge|2026-07-04|2026-07-11|3",
                        "Festival des Nuits de la Forge|2027-07-03|2027-07-03|1");
        assertThat(festival("Festival des Nuits de la Forge", 2026).id()).isEqualTo(long2026.id());
        assertThat(festival("Festival des Nuits de la Forge", 2027).id()).isEqualTo(long2027.id());
        String old = Long.toString(short2026.id());
        assertThat(data.find("festival", old)).isEmpty();
        assertThat(data.goesBy("festival", old)).contains(Long.toString(long2026.id()));
        assertThat(data.goesBy("series", old)).isEmpty();
        assertThat(data.goesBy("festival", Long.toString(long2026.id()))).isEmpty();
        assertThat(changed())
                .as("followers are told of each date whose festival is another now")
                .isNotEqualTo(before);
        assertThat(Fixture.jsonLd(stand.warehouse, HOUSE))
                .contains("/id/festival/" + long2026.id() + "\"")
                .doesNotContain("/id/festival/" + old + "\"");
        assertThat(proposed(Kind.FESTIVAL)).isEmpty();
        assertThat(stand.intake.doubles().decided(IntakeStand.PARIS, 10))
                .extracting(Doubles.Decided::kind, Doubles.Decided::name, Doubles.Decided::otherName)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                        Kind.FESTIVAL, "Festival des Nuits de la Forge", "Nuits de la Forge"));
        assertThat(stand.intake
                        .doubles()
                        .decide(
                                IntakeStand.PARIS,
                                Kind.FESTIVAL,
                                name("Festival d'été"),
                                name("Nuits de la Forge"),
                                true,
                                "ada"))
                .as("what goes by another is decided no more")
                .isEmpty();

        stand.intake.undo(run.run(), "ada");
        assertThat(festivals()).isEqualTo(told);
        assertThat(data.find("festival", old)).isPresent();
        assertThat(data.goesBy("festival", old)).isEmpty();

        RunReport other = decide(nights().one().id(), nights().other().id(), true);
        // no date of 2027 bears the chosen name, so the edition keeps the one it is announced by
        String next =
                Long.toString(festival("Festival des Nuits de la Forge", 2027).id());
        assertThat(next).isNotEqualTo(Long.toString(long2027.id()));
        stand.intake.undo(other.run(), "ada");
        assertThat(festivals()).isEqualTo(told);
        assertThat(data.find("festival", next)).isEmpty();
        assertThat(data.gone("festival", next))
                .as("only the joined one bore it")
                .isPresent();
        assertThat(proposed(Kind.FESTIVAL)).hasSize(1);
    }

    @Test
    void spellingsThatAreAlikeAreProposedUntilSomebodyTellsThemApartAlsoWhenOneIsJoinedToAThird() {
        assertThat(proposed(Kind.FESTIVAL)).hasSize(1);
        assertThat(nights().one().name()).isEqualTo("Nuits de la Forge");
        assertThat(nights().other().name()).isEqualTo("Festival des Nuits de la Forge");
        assertThat(nights().one().dates()).isEqualTo(2);
        assertThat(nights().reasons()).extracting(DoublePair.Reason::code).containsExactly("like-name", "same-show");
        assertThat(proposed(Kind.SERIES))
                .extracting(pair -> List.of(pair.one().name(), pair.other().name()).stream()
                        .sorted()
                        .toList())
                .containsExactly(List.of("Grandes voix", "Les grandes voix"));
        RunReport run = decide(nights().one().id(), nights().other().id(), false);
        assertThat(proposed(Kind.FESTIVAL)).isEmpty();
        stand.run(
                IntakeStand.PARIS,
                stand.receive(
                        "third.csv", "Titre;Date;Heure;Lieu;Festival\nLulu;2026-07-05;20:00;Cour;Nuits à la Forge\n"));
        assertThat(proposed(Kind.FESTIVAL)).hasSize(2);
        decide(name("Nuits à la Forge"), name("Nuits de la Forge"), true);
        assertThat(festival("Nuits à la Forge", 2026).performances()).isEqualTo(3);
        assertThat(proposed(Kind.FESTIVAL))
                .as("what was told apart from one of them")
                .isEmpty();
        stand.intake.undo(run.run(), "ada");
        assertThat(stand.intake.doubles().decided(IntakeStand.PARIS, 10))
                .extracting(Doubles.Decided::same)
                .containsExactly(true);
    }

    @Test
    void chainsEndAtTheLastAndTheDecisionHoldsForFilesThatComeLater() {
        decide(name("Festival des Nuits de la Forge"), name("Nuits de la Forge"), true);
        decide(name("Festival d'été"), name("Festival des Nuits de la Forge"), true);
        assertThat(festival("Festival d'été", 2026).performances()).isEqualTo(4);
        stand.run(
                IntakeStand.PARIS,
                stand.receive(
                        "next.csv",
                        "Titre;Date;Heure;Lieu;Festival\nLulu;2028-07-04;20:00;Cour;Nuits de la Forge\n"
                                + "Wozzeck;2028-07-05;20:00;Cour;Festival d'été\n"));
        assertThat(festival("Festival d'été", 2028).performances()).isEqualTo(2);
        assertThat(stand.query("select count(*) from goes_by where kind = 'festival'"))
                .containsExactly("2");
    }

    private long name(String name) {
        return Long.parseLong(stand.query("select name_number('" + name.replace("'", "''") + "')")
                .get(0));
    }

    /** By which run the dates of the shorter name were changed last. */
    private String changed() {
        return String.join(
                " ",
                stand.query(
                        "select changed_run from performance where day in ('2026-07-04', '2026-07-11') order by day"));
    }
}
