package org.foyer.hub.intake.internal.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.foyer.kit.Source;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CapDataTest extends ListedSourceContract {

    private static final String HEAD = """
            <?xml version="1.0" encoding="UTF-8"?>
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="https://ontologie.capdataculture.fr/v1/owl/#">
            """;
    private static final String END = "</rdf:RDF>";

    @Override
    protected Source source() {
        return new CapData();
    }

    @Override
    protected String fileName() {
        return "capdata-export.rdf";
    }

    @Override
    protected byte[] sample() throws IOException {
        return resource("/recipes/capdata-programme/sample.rdf");
    }

    @Override
    protected InputStream longFile(long bytes) {
        return LongFile.of(bytes, HEAD, n -> """
                <Evenement rdf:about="https://opera.example/%1$d"><titre>Lear %1$d</titre><dateDebut>2026-02-12T19:30:00</dateDebut></Evenement>
                """.formatted(n));
    }

    /** A graph is understood as a whole only: of up to 16 MiB. */
    @Override
    protected long keptBytesMax() {
        return 20L << 20;
    }

    @Override
    String fileWith(String text) {
        String safe = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return HEAD + """
                <Oeuvre rdf:about="https://opera.example/w"><titre>%1$s</titre><auteur><Auteur><participant><Personne><nom>%1$s</nom></Personne>
                  </participant><fonction><Fonction><libelle>%1$s</libelle></Fonction></fonction></Auteur></auteur></Oeuvre>
                <Production rdf:about="https://opera.example/p"><titre>Lear %1$s</titre><description>%1$s</description><pageWeb>%1$s</pageWeb>
                  <oeuvreRepresentee rdf:resource="https://opera.example/w"/><typeProduction>%1$s</typeProduction></Production>
                <Evenement rdf:about="https://opera.example/e"><production rdf:resource="https://opera.example/p"/>
                  <dateDebut>2026-02-12T19:30:00</dateDebut><typeEvenement>%1$s</typeEvenement>
                  <lieu><Lieu><libelle>%1$s</libelle><pageWeb>%1$s</pageWeb><adresse><AdressePostale><adressePostale>%1$s</adressePostale>
                    <codePostal>%1$s</codePostal><commune>%1$s</commune></AdressePostale></adresse></Lieu></lieu></Evenement>
                """.formatted(safe) + END;
    }

    private static String events(String inside) {
        return HEAD + inside + END;
    }

    @Test
    void anEventTakesFromItsProductionWhatItDoesNotSay() throws IOException {
        String sample = new String(sample(), StandardCharsets.UTF_8);
        assertThat(told(sample, "performance_ref", "production_ref", "title", "day", "time", "hall_zone", "state"))
                .containsExactly(
                        "https://opera.example/node/6|https://opera.example/node/4|Carmen, reprise|2026-03-06|20:00|Etc/GMT-1|",
                        "https://opera.example/node/6|https://opera.example/node/4|Carmen, reprise|2026-03-06|20:00|Etc/GMT-1|",
                        "https://opera.example/node/7|https://opera.example/node/4|Carmen, reprise|2026-03-08||house|cancelled",
                        "https://opera.example/node/7|https://opera.example/node/4|Carmen, reprise|2026-03-08||house|cancelled");
        assertThat(told(sample, "work_ref", "work_title", "contributor", "role").subList(0, 2))
                .containsExactly(
                        "https://opera.example/node/2|Carmen|Georges Bizet|Compositeur",
                        "||Jeanne Martin|Mise en scène");
        assertThat(told(sample, "venue", "street", "postcode", "city", "genre", "producer", "event_type")
                        .get(2))
                .isEqualTo("Grand Théâtre|1 place du Théâtre|05000|Modèle|Opéra|Opéra de Modèle|Relâche");
        assertThat(codes(sample)).containsExactly("event-without-date");
    }

    @Test
    void entitiesAndDocumentTypesAreNotRead() throws IOException {
        String bomb = """
                <?xml version="1.0"?><!DOCTYPE rdf:RDF [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
                <!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>
                <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="capdata#"><Evenement><titre>&c;</titre></Evenement></rdf:RDF>
                """;
        assertThat(codes(bomb)).containsExactly("xml-doctype");
        assertThat(codes(bomb.replace("<!DOCTYPE", "<!doctype"))).containsExactly("xml-doctype");
        assertThat(codes("""
                <!DOCTYPE rdf:RDF [<!ENTITY x SYSTEM "file:///etc/passwd">]><rdf:RDF><Evenement>&x;</Evenement></rdf:RDF>""")).containsExactly("xml-doctype");
        for (java.nio.charset.Charset wide :
                new java.nio.charset.Charset[] {StandardCharsets.UTF_16, StandardCharsets.UTF_16LE}) {
            assertThat(collected(new ByteArrayInputStream(bomb.getBytes(wide))).problems)
                    .as("%s", wide)
                    .extracting(org.foyer.kit.Problem::code)
                    .containsExactly("xml-doctype");
        }
        assertThat(codes(events("<Evenement><titre>&unknown;</titre></Evenement>")))
                .containsExactly("xml-broken");
    }

    @Test
    void thingsThatReferToThemselvesEnd() {
        String cycle = events("""
                <Evenement rdf:about="https://o.example/e"><production rdf:resource="https://o.example/p"/><dateDebut>2026-03-01</dateDebut>
                  <typeEvenement rdf:resource="https://o.example/e"/><lieu rdf:resource="https://o.example/e"/></Evenement>
                <Production rdf:about="https://o.example/p"><titre>Boucle</titre><productionPrimaire rdf:resource="https://o.example/p"/>
                  <oeuvreRepresentee rdf:resource="https://o.example/p"/><auteur rdf:resource="https://o.example/p"/>
                  <participant rdf:resource="https://o.example/p"/></Production>
                """);
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> assertThat(told(cycle, "title", "day")).isNotEmpty().allMatch("Boucle|2026-03-01"::equals));
    }

    @Test
    void whatIsTooLargeOrHoldsNoEventIsSaid() throws IOException {
        assertThat(collected(LongFile.of(17L << 20, HEAD, n -> "<!-- " + "x".repeat(1_000) + " -->")).problems)
                .extracting(org.foyer.kit.Problem::code)
                .containsExactly("document-too-large");
        assertThat(codes(events("<Production><titre>Carmen</titre></Production>")))
                .containsExactly("rdf-without-events");
        assertThat(codes(events("<Evenement>"))).containsExactly("xml-broken");
        assertThat(codes(events(
                        "<Evenement><titre>A</titre><dateDebut>hier</dateDebut></Evenement><Evenement><titre>B</titre>"
                                + "<dateDebut>2026-03-02</dateDebut><dateFin>2026-03-01</dateFin></Evenement>")))
                .containsExactlyInAnyOrder("date-unreadable", "event-ends-before-start");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fÉ",
                "é",
                "-",
                "fr-",
                "--",
                "fr_FR",
                "x",
                "i",
                "1",
                "123456789",
                "fr-123456789",
                "\u0661",
                "\ud83d\ude00",
                " "
            })
    void aTextWhoseLanguageIsDamagedIsRead(String language) throws IOException {
        String event = events("<Evenement rdf:about=\"https://o.example/e\"><titre xml:lang=\"" + language
                + "\">Lear</titre><dateDebut>2026-03-01</dateDebut></Evenement>");
        assertThat(told(event, "title", "day")).containsOnly("Lear|2026-03-01");
    }

    @Property(tries = 60)
    void noDamageEndsInAnException(@ForAll @IntRange(max = 4_000) int at, @ForAll byte value) throws IOException {
        byte[] damaged = sample();
        damaged[at % damaged.length] = value;
        assertThatCode(() -> collected(new ByteArrayInputStream(damaged))).doesNotThrowAnyException();
    }
}
