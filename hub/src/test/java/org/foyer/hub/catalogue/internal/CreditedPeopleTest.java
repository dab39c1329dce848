package org.foyer.hub.catalogue.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.foyer.hub.catalogue.Credited;
import org.foyer.hub.catalogue.LinkedData;
import org.foyer.hub.catalogue.Listings;
import org.foyer.hub.catalogue.RdfForm;
import org.foyer.hub.intake.RunReport;
import org.foyer.hub.intake.RunState;
import org.foyer.hub.intake.internal.IntakeStand;
import org.foyer.hub.model.Discipline;
import org.foyer.hub.model.ExternalId;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.model.PostalAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person under several spellings, from the files of two houses to the page, the identifier and linked data. */
class CreditedPeopleTest {

    private static final String BASE = "https://node.example";
    private static final Instant CHANGED = Instant.parse("2026-02-02T08:00:00Z");

    @TempDir
    Path folder;

    private IntakeStand stand;
    private Listings listings;
    private LinkedData data;

    @BeforeEach
    void open() {
        stand = new IntakeStand(folder);
        ChangeTimes times =
                runs -> runs.isEmpty() ? Map.of() : Map.of(runs.iterator().next(), CHANGED);
        List<House> houses = List.of(house(1, "grand-theatre"), house(2, "little-house"));
        listings = new WarehouseListings(
                stand.warehouse,
                times,
                () -> houses,
                Clock.fixed(Instant.parse("2026-01-01T12:00:00Z"), ZoneOffset.UTC));
        data = new Descriptions(stand.warehouse, times);
    }

    @AfterEach
    void close() {
        stand.close();
    }

    private static House house(int number, String slug) {
        return new House(
                new HouseId(number),
                slug,
                slug,
                Discipline.THEATRE,
                500,
                PostalAddress.UNKNOWN,
                null,
                ZoneId.of("Europe/Paris"),
                Currency.getInstance("EUR"),
                false);
    }

    private RunReport bill(HouseId house, String title, String day, String... credits) {
        StringBuilder csv = new StringBuilder("Code représentation;Titre;Date;Heure;Lieu;Artiste;Fonction;ISNI;VIAF\n");
        for (String credit : credits) {
            csv.append("%s;%s;%s;20:00;Salle;%s\n".formatted(title, title, day, credit));
        }
        RunReport report = stand.run(house, stand.receive(title + ".csv", csv.toString()));
        assertThat(report.state()).as(report.problems().toString()).isEqualTo(RunState.COMMITTED);
        return report;
    }

    private String told(LinkedData.Thing thing) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        data.describe(thing, house(thing.house().value(), "grand-theatre"), BASE, RdfForm.JSON_LD, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void eachSpellingLeadsToOnePersonWithAllOfThemRolesAndDates() throws IOException {
        bill(IntakeStand.PARIS, "La Mouette", "05/03/2026", "Anton Tchekhov;auteur;0000 0001 2146 438X;");
        bill(
                IntakeStand.LONDON,
                "The Seagull",
                "06/03/2026",
                "Chekhov, Anton;author;0000 0001 2146 438X;95216565",
                "Nina Petrova;cast;;");
        Credited person = listings.credited("Anton Chekhov").orElseThrow();
        assertThat(listings.credited("Anton Tchekhov")).contains(person);
        assertThat(listings.credited(person.id())).contains(person);
        assertThat(person.spellings()).containsExactlyInAnyOrder("Anton Tchekhov", "Chekhov, Anton");
        assertThat(person.name()).isEqualTo(person.spellings().get(0));
        assertThat(person.roles()).containsExactly(new Credited.Role("auteur", 1), new Credited.Role("author", 1));
        assertThat(person.ids()).extracting(ExternalId::value).containsExactly("000000012146438X", "95216565");
        assertThat(person.day()).isEqualTo(LocalDate.of(2026, 3, 6));
        for (String spelling : person.spellings()) {
            assertThat(listings.ofName(spelling).dates())
                    .extracting(date -> date.entry().production().title())
                    .containsExactly("La Mouette", "The Seagull");
        }
        LinkedData.Thing thing = data.find("person", Long.toString(person.id())).orElseThrow();
        assertThat(told(thing))
                .contains(
                        "\"@id\":\"" + BASE + "/id/person/" + person.id() + "\"",
                        "isni.org/isni/000000012146438X",
                        "viaf.org/viaf/95216565")
                .contains(person.spellings().get(0), person.spellings().get(1), "/credits/");
        long performance = Long.parseLong(
                stand.query("select id from performance where house = 2").get(0));
        assertThat(told(data.find("performance", Long.toString(performance)).orElseThrow()))
                .contains("/id/person/" + person.id());
    }

    @Test
    void theOtherNumberLeadsThereAndWhatWasTakenBackIsGone() {
        bill(IntakeStand.PARIS, "La Mouette", "05/03/2026", "Anton Tchekhov;auteur;0000 0001 2146 438X;");
        String alone = stand.query("select number from credited_name").get(0);
        assertThat(data.find("person", alone)).isPresent();
        RunReport second =
                bill(IntakeStand.LONDON, "The Seagull", "06/03/2026", "Anton Chekhov;author;0000 0001 2146 438X;");
        String left = stand.query("select name from one_name").get(0);
        String kept = stand.query("select known_as from one_name").get(0);
        assertThat(data.find("person", left)).isEmpty();
        assertThat(data.goesBy("person", left)).contains(kept);
        assertThat(data.find("person", kept)).isPresent();
        assertThat(data.goesBy("person", kept)).isEmpty();
        String other = alone.equals(left) ? kept : left;
        stand.intake.undo(second.run(), "ada");
        assertThat(data.find("person", alone)).isPresent();
        assertThat(data.find("person", other)).isEmpty();
        assertThat(data.goesBy("person", other)).isEmpty();
        assertThat(data.gone("person", other)).isPresent();
        assertThat(data.gone("person", "7")).isEmpty();
        bill(IntakeStand.PARIS, "La Mouette", "05/03/2026", "Nina Petrova;jeu;;");
        assertThat(data.find("person", alone))
                .as("the file says another bill now")
                .isEmpty();
        assertThat(data.gone("person", alone)).contains(CHANGED);
    }
}
