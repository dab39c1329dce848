package org.foyer.hub.catalogue.internal.publication;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.foyer.hub.catalogue.AgendaWish;
import org.foyer.hub.catalogue.PublishedAgenda;
import org.foyer.hub.intake.internal.IntakeStand;
import org.foyer.hub.intake.internal.RoundTrips;
import org.foyer.hub.intake.internal.WholeProgramme;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A whole programme is sent to an agenda, which answers it as its documents say, and comes in again in an empty house. */
@Timeout(120)
class AgendaRoundTripTest {

    @TempDir
    Path folder;

    /** What goes in again stands there as it stood. */
    private void goes(AgendaStub agenda, AgendaWish wish, String format, int seed, Answering answering) {
        try (AgendaStand stand = new AgendaStand(new IntakeStand(folder.resolve("one")), agenda, null);
                IntakeStand other = new IntakeStand(folder.resolve("other"))) {
            WholeProgramme.fill(stand.node, seed);
            agenda.peer.on("/r.jpg", exchange -> {
                exchange.sendResponseHeaders(200, 4);
                exchange.getResponseBody().write(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 0});
            });
            stand.sql("update description set value = '" + agenda.peer.at("/r.jpg") + "' where property = 'picture'");
            stand.connect(wish);
            PublishedAgenda sent = stand.publish();
            assertThat(sent.there()).as("%s", sent.problem()).isPositive();
            ObjectNode list = AgendaStub.JSON.createObjectNode();
            agenda.events.forEach(
                    (own, event) -> list.withArray(answering.list()).add(answering.answer(own, event.deepCopy())));
            WholeProgramme.give(other, "agenda.json", list.toString().getBytes(StandardCharsets.UTF_8));
            RoundTrips.hold(format, stand.node, other, seed == 0);
        }
    }

    /** How an agenda answers what was sent to it. */
    private interface Answering {
        String list();

        JsonNode answer(String own, ObjectNode event);
    }

    /** "Structure d'un événement": on reading, images have a base, registrations a type, and the place stands in the event. */
    private record OfOpenAgenda(OpenAgendaStub agenda) implements Answering {
        @Override
        public String list() {
            return "events";
        }

        @Override
        public JsonNode answer(String own, ObjectNode event) {
            event.put("state", 2)
                    .put("timezone", "Europe/Paris")
                    .put("canonicalUrl", "https://openagenda.com/ville/events/" + own);
            agenda.places.values().stream()
                    .filter(place -> place.path("uid").equals(event.path("locationUid")))
                    .forEach(place -> event.set("location", place));
            String image = event.path("image").path("url").asText();
            if (!image.isEmpty()) {
                int name = image.lastIndexOf('/') + 1;
                event.putObject("image").put("base", image.substring(0, name)).put("filename", image.substring(name));
            }
            JsonNode ways = event.path("registration");
            if (ways.isArray()) {
                event.putArray("registration");
                ways.forEach(way -> event.withArray("registration")
                        .addObject()
                        .put("type", "link")
                        .put("value", way.asText()));
            }
            return event;
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 7})
    void throughOpenAgenda(int seed) {
        OpenAgendaStub agenda = new OpenAgendaStub();
        goes(agenda, agenda.wish(), "OpenAgenda", seed, new OfOpenAgenda(agenda));
    }

    /**
     * {@code event.json} and the tests of its Entry API: on reading, terms have labels and domains, places stand in the event with texts by
     * language, pictures are copies of its own, and {@code typicalAgeRange} is {@code -} where nobody said one or says {@code 0-}.
     */
    private record OfUitdatabank() implements Answering {
        private static final Map<String, String> LABELS = Map.of(
                "0.55.0.0.0", "Theatervoorstelling",
                "0.54.0.0.0", "Dansvoorstelling",
                "0.50.4.0.0", "Concert",
                "1.5.0.0.0", "Opera en operette",
                "1.9.1.0.0", "Ballet en klassieke dans");
        private static final Map<String, String> PLACES = Map.of(
                "Odéon",
                "8248e289-c986-4006-902f-b0616dcbcde7|Place de l’Odéon, 1|75006|Paris|48.8494|2.3389",
                "Théâtre de Bron",
                "1c9ac1b7-4a2c-4b52-bb57-3f3cf1a0b5d1|Rue 2|69500|Bron||");

        private static String place(String name) {
            return "https://io.uitdatabank.be/place/" + PLACES.get(name).split("\\|")[0];
        }

        @Override
        public String list() {
            return "member";
        }

        @Override
        public JsonNode answer(String own, ObjectNode event) {
            event.put("@context", "/contexts/event")
                    .put("@id", "https://io.uitdatabank.be/event/" + own)
                    .put("workflowStatus", "APPROVED");
            event.path("terms").forEach(term -> {
                String id = term.path("id").asText();
                ((ObjectNode) term)
                        .put("label", Objects.requireNonNull(LABELS.get(id), id))
                        .put("domain", id.startsWith("0.") ? "eventtype" : "theme");
            });
            PLACES.forEach((name, there) -> {
                if (place(name).equals(event.path("location").path("@id").asText())) {
                    located(event, name, there.split("\\|", -1));
                }
            });
            String ages = event.path("typicalAgeRange").asText("-");
            event.put("typicalAgeRange", ages.equals("0-") ? "-" : ages);
            event.path("mediaObject").forEach(picture -> {
                String id = picture.path("@id").asText();
                ((ObjectNode) picture)
                        .put("@type", "schema:ImageObject")
                        .put("contentUrl", id.replace("io.", "images.") + ".jpeg")
                        .put("inLanguage", "fr");
            });
            return event;
        }

        private static void located(ObjectNode event, String name, String[] there) {
            ObjectNode place = ((ObjectNode) event.path("location")).put("@type", "Place");
            place.putObject("name").put("nl", name);
            place.putObject("address")
                    .putObject("nl")
                    .put("streetAddress", there[1])
                    .put("postalCode", there[2])
                    .put("addressLocality", there[3])
                    .put("addressCountry", "FR");
            if (!there[4].isEmpty()) {
                place.putObject("geo")
                        .put("latitude", Double.valueOf(there[4]))
                        .put("longitude", Double.valueOf(there[5]));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 8})
    void throughUitdatabank(int seed) {
        UitdatabankStub agenda = new UitdatabankStub();
        AgendaWish wish = agenda.wish();
        Map<String, String> settings = new TreeMap<>(wish.settings());
        settings.put(
                Uitdatabank.PLACES,
                OfUitdatabank.PLACES.keySet().stream()
                        .map(name -> name + " = " + OfUitdatabank.place(name))
                        .collect(Collectors.joining("\n")));
        goes(
                agenda,
                new AgendaWish(wish.name(), wish.kind(), wish.address(), settings, wish.secret(), wish.everyMinutes()),
                "UiTdatabank",
                seed,
                new OfUitdatabank());
    }
}
