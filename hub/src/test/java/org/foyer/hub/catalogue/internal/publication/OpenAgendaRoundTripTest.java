package org.foyer.hub.catalogue.internal.publication;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.foyer.hub.catalogue.AgendaWish;
import org.foyer.hub.catalogue.PublishedAgenda;
import org.foyer.hub.intake.internal.IntakeStand;
import org.foyer.hub.intake.internal.RoundTrips;
import org.foyer.hub.intake.internal.WholeProgramme;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A whole programme is sent to OpenAgenda, which answers it as its documents say, and comes in again in an empty house. */
@Timeout(120)
class OpenAgendaRoundTripTest {

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
    @ValueSource(ints = {0, 8})
    void throughOpenAgenda(int seed) {
        OpenAgendaStub agenda = new OpenAgendaStub();
        goes(agenda, agenda.wish(), "OpenAgenda", seed, new OfOpenAgenda(agenda));
    }
}
