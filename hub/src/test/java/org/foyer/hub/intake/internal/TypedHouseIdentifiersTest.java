package org.foyer.hub.intake.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.foyer.hub.intake.internal.IntakeStand.PARIS;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.foyer.hub.intake.HouseIdentifiers;
import org.foyer.hub.intake.HouseIdentifiers.Outcome;
import org.foyer.hub.intake.RunState;
import org.foyer.hub.model.IntakeRunId;
import org.foyer.kit.Problem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Identifiers of the house itself, typed here, over what files say of them. */
class TypedHouseIdentifiersTest {

    private static final String FILE =
            "Titre;Date;Heure;Identifiants de la maison\nLear;12/05/2026;20:00;siren: 732829320; wikidata: Q12\n";

    @TempDir
    Path folder;

    private IntakeStand stand;
    private HouseIdentifiers identifiers;

    @BeforeEach
    void open() {
        stand = new IntakeStand(folder);
        identifiers = stand.intake.identifiers();
    }

    @AfterEach
    void close() {
        stand.close();
    }

    private List<String> now() {
        return identifiers.of(PARIS).stream()
                .map(said -> said.id().kind().word() + " " + said.id().value() + " " + said.source())
                .toList();
    }

    private int said(String cell) {
        Outcome outcome = identifiers.say(PARIS, cell, "ada");
        assertThat(outcome.problems()).isEmpty();
        assertThat(Objects.requireNonNull(outcome.run()).state())
                .as("%s", outcome.run().problems())
                .isEqualTo(RunState.COMMITTED);
        assertThat(outcome.run().quarantined()).isZero();
        return Objects.requireNonNull(outcome.run().run()).value();
    }

    @Test
    void whatIsTypedCountsAboveFilesAndCanBeTakenBack() {
        said("isni: 0000 0001 2146 438X; https://www.wikidata.org/wiki/Q99");
        stand.run(PARIS, stand.receive("programme.csv", FILE.replace("; wiki", ", wiki")));
        stand.run(PARIS, stand.receive("other.csv", FILE.replace("siren: 732829320; ", "")));
        assertThat(now()).containsExactly("isni 000000012146438X typed-here", "wikidata Q99 typed-here");
        int second = said("isni: 0000 0001 2146 438X; siret: 732 829 320 00074; wikidata: Q7");
        assertThat(now())
                .containsExactly(
                        "isni 000000012146438X typed-here",
                        "wikidata Q7 typed-here",
                        "siret 73282932000074 typed-here");
        stand.intake.undo(new IntakeRunId(second), "ada");
        assertThat(now()).containsExactly("isni 000000012146438X typed-here", "wikidata Q99 typed-here");
    }

    @Test
    void whatIsLeftOutIsSaidNotToBeAndTheSameTwiceIsNoRun() {
        stand.run(PARIS, stand.receive("programme.csv", FILE.replace("siren: 732829320; ", "")));
        assertThat(now()).containsExactly("wikidata Q12 programme-columns");
        assertThat(identifiers.say(PARIS, "wikidata: q12", "ada").run()).isNull();
        said("uitdatabank: organizer/8248e289-c986-4006-902f-b0616dcbcde7");
        assertThat(now()).containsExactly("uitdatabank organizer/8248e289-c986-4006-902f-b0616dcbcde7 typed-here");
        said("");
        assertThat(now()).isEmpty();
        said("wikidata: Q12");
        assertThat(now()).containsExactly("wikidata Q12 typed-here");
    }

    @Test
    void everythingThatIsWrongIsToldAtOnceAndNothingIsKept() {
        Outcome outcome = identifiers.say(PARIS, "siret: 73282932000075; theatre; wikidata: Q1; Q2; isni: -", "ada");
        assertThat(outcome.run()).isNull();
        assertThat(outcome.problems())
                .extracting(Problem::code)
                .containsExactly("sheet-identifier-wrong", "register-unknown", "identifier-register-twice");
        assertThat(identifiers
                        .say(PARIS, "x".repeat(HouseIdentifiers.CHARACTERS_MAX + 1), "ada")
                        .problems())
                .extracting(Problem::code)
                .containsExactly("identifiers-long");
        assertThat(now()).isEmpty();
    }
}
