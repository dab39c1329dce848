package org.foyer.hub.catalogue.internal.publication;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.foyer.hub.catalogue.AgendaWish;
import org.foyer.hub.catalogue.PublishedAgenda.Done;
import org.foyer.hub.catalogue.Rehearsal;
import org.foyer.kit.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UitdatabankTest extends AgendaContract {

    @Override
    AgendaStub stub() {
        return new UitdatabankStub();
    }

    @Override
    List<String> states(JsonNode event) {
        List<String> states = new ArrayList<>();
        event.path("subEvent")
                .forEach(date -> states.add(date.path("status").path("type").asText()));
        return states;
    }

    @Override
    String cancelled() {
        return "Unavailable";
    }

    @Override
    String postponed() {
        return "TemporarilyUnavailable";
    }

    private JsonNode only(String title) {
        stand.connect();
        stand.publish();
        return agenda.events.values().stream()
                .filter(event -> agenda.titleOf(event).equals(title))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anEventIsWhatTheSchemaAsksFor() {
        stand.said("production", 1, "age_from", "", "12");
        stand.said("performance", 100, "price_from", "", "850");
        stand.said("performance", 100, "price_to", "", "850");
        stand.sql("update performance set state = 'cancelled' where id = 101");
        stand.said("performance", 101, "availability", "", "sold-out");
        JsonNode event = only("Hamlet");
        assertThat(event.path("mainLanguage").asText()).isEqualTo("fr");
        assertThat(event.path("terms").toString()).isEqualTo("[{\"id\":\"0.55.0.0.0\"}]");
        assertThat(event.path("typicalAgeRange").asText()).isEqualTo("12-");
        assertThat(event.path("priceInfo").toString())
                .isEqualTo("[{\"category\":\"base\",\"price\":8.5,\"priceCurrency\":\"EUR\"}]");
        assertThat(states(event)).containsExactly("Available", "Unavailable");
        assertThat(event.path("subEvent").get(0).path("startDate").asText()).isEqualTo("2026-03-05T20:00:00+01:00");
        assertThat(event.path("subEvent")
                        .get(1)
                        .path("bookingAvailability")
                        .path("type")
                        .asText())
                .isEqualTo("Unavailable");
        assertThat(((UitdatabankStub) agenda).questions)
                .containsExactly("limit=2&q=name.\\*:\"Grand Théâtre\" AND address.\\*.postalCode:\"21000\"");
    }

    /** What has no type of its own there is of the type under which its theme stands. */
    @ParameterizedTest
    @CsvSource({
        "Opéra, 0.55.0.0.0, 1.5.0.0.0",
        "Comédie musicale, 0.55.0.0.0, 1.4.0.0.0",
        "Humour, 0.55.0.0.0, 1.3.10.0.0",
        "Jazz, 0.50.4.0.0, 1.8.2.0.0",
        "Ballet, 0.54.0.0.0, 1.9.1.0.0"
    })
    void whatHasNoTypeIsOfTheOneOfItsTheme(String genre, String type, String theme) {
        stand.sql("update production set genre = '" + genre + "' where id = 1");
        List<String> terms = new ArrayList<>();
        only("Hamlet").path("terms").forEach(term -> terms.add(term.path("id").asText()));
        assertThat(terms).containsExactly(type, theme);
    }

    /** Of two dates, one for schools: the run is not for schools. Of both, it is. */
    @Test
    void whomAllDatesAreMeantForIsTold() {
        stand.said("performance", 100, "audience", "", "Scolaires");
        assertThat(only("Hamlet").has("audience")).isFalse();
        stand.said("performance", 101, "audience", "", "Séance scolaire, Toute personne");
        stand.publish();
        assertThat(agenda.events.values().stream()
                        .filter(event -> agenda.titleOf(event).equals("Hamlet"))
                        .map(event -> event.path("audience").toString()))
                .containsExactly("{\"audienceType\":\"education\"}");
    }

    @Test
    void whereAShowIsAttendedIsTold() {
        stand.said("performance", 100, "attendance", "", "online");
        stand.said("performance", 200, "attendance", "", "online");
        stand.sql("update venue set postcode = null");
        stand.connect();
        stand.publish();
        assertThat(agenda.titles()).as("what is in a hall lacks its postcode").containsExactly("La Mouette");
        JsonNode online = agenda.events.values().iterator().next();
        assertThat(online.path("attendanceMode").asText()).isEqualTo("online");
        assertThat(online.path("onlineUrl").asText()).isEqualTo("https://theatre.example/2");
        assertThat(online.has("location")).isFalse();
        stand.sql("update venue set postcode = '21000'");
        stand.publish();
        assertThat(agenda.events.values())
                .filteredOn(event -> agenda.titleOf(event).equals("Hamlet"))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.path("attendanceMode").asText()).isEqualTo("mixed");
                    assertThat(event.path("location").path("@id").asText()).isEqualTo(UitdatabankStub.PLACE);
                });
    }

    private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 0, 13, 10, 45, 45, (byte) 0xe9};

    private void picture(byte[] bytes) {
        agenda.peer.on("/h.jpg", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/plain");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        });
        stand.said("production", 1, "picture", "", agenda.peer.at("/h.jpg").toString());
        stand.said("production", 1, "picture_credit", "", "Zoë Roy");
    }

    private UitdatabankStub there() {
        return (UitdatabankStub) agenda;
    }

    private List<String> shown() {
        return agenda.events.values().stream()
                .filter(event -> agenda.titleOf(event).equals("Hamlet"))
                .map(event -> event.path("mediaObject").path(0).path("@id").asText())
                .toList();
    }

    @Test
    void aPictureGoesOnceAsAFileWithWhoseItIs() {
        picture(JPEG);
        JsonNode event = only("Hamlet");
        assertThat(there().images.values()).singleElement().satisfies(parts -> {
            assertThat(parts.get("file").getBytes(StandardCharsets.ISO_8859_1)).isEqualTo(JPEG);
            assertThat(new String(
                            parts.get("copyrightHolder").getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8))
                    .isEqualTo("Zoë Roy");
            assertThat(parts).containsEntry("language", "fr").containsEntry("description", "Hamlet");
        });
        assertThat(event.path("mediaObject").get(0).path("copyrightHolder").asText())
                .isEqualTo("Zoë Roy");
        assertThat(shown()).containsExactlyElementsOf(there().images.keySet());
        assertThat(stand.publish().last()).isEqualTo(new Done(0, 0, 0, 0, 0));
        stand.said("production", 1, "age_from", "", "12");
        assertThat(stand.publish().last()).isEqualTo(new Done(0, 1, 0, 0, 0));
        assertThat(agenda.writes)
                .filteredOn(line -> line.startsWith("POST /images/"))
                .hasSize(1);
        assertThat(shown()).containsExactlyElementsOf(there().images.keySet());
    }

    @Test
    void aPictureThatCannotBeHadKeepsNoShowBackAndIsTriedAgainWhenAPersonSends() {
        picture("<!DOCTYPE html>".getBytes(StandardCharsets.UTF_8));
        stand.connect();
        assertThat(stand.publish().last()).isEqualTo(new Done(2, 0, 0, 1, 0));
        assertThat(shown()).containsExactly("");
        assertThat(stand.agendas
                        .rehearse(AgendaStand.HOUSE, stand.slug())
                        .orElseThrow()
                        .events())
                .filteredOn(event -> event.title().equals("Hamlet"))
                .flatExtracting(Rehearsal.Event::lacks)
                .extracting(Problem::code)
                .containsExactly("agenda-picture-kind");
        int written = agenda.writes.size();
        stand.later(java.time.Duration.ofHours(2));
        stand.agendas.publishDue();
        stand.now();
        assertThat(agenda.writes)
                .as("nothing new: nothing is sent by the clock")
                .hasSize(written);
        picture(JPEG);
        assertThat(stand.publish().last()).isEqualTo(new Done(0, 1, 0, 0, 0));
        assertThat(shown()).containsExactlyElementsOf(there().images.keySet());
    }

    @Test
    void aPictureOfWhichNobodyKnowsWhetherItArrivedIsLookedForInItsEvent() {
        picture(JPEG);
        stand.connect();
        agenda.doneBut("POST /images/", new AgendaStub.Told(500, "{}"));
        stand.publish();
        stand.publish();
        assertThat(shown()).hasSize(1).doesNotContain("");
        assertThat(agenda.events).hasSize(2);
    }

    @Test
    void aPictureWithoutWhoseItIsIsNotSentAndThatIsTold() {
        stand.said("production", 1, "picture", "", "https://theatre.example/h.jpg");
        stand.connect();
        assertThat(stand.agendas
                        .rehearse(AgendaStand.HOUSE, stand.slug())
                        .orElseThrow()
                        .events())
                .filteredOn(event -> event.title().equals("Hamlet"))
                .flatExtracting(Rehearsal.Event::advice)
                .extracting(Problem::code)
                .contains("agenda-advice-picture-credit");
        assertThat(stand.publish().last()).isEqualTo(new Done(2, 0, 0, 0, 0));
        assertThat(there().images).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0,agenda-place-unknown", "2,agenda-places-several"})
    void aPlaceThatIsNotThereOrNotAloneIsNeverMade(int found, String code) {
        ((UitdatabankStub) agenda).found = found;
        stand.connect();
        assertThat(stand.publish().last()).isEqualTo(new Done(0, 0, 0, 2, 0));
        List<Rehearsal.Event> events = stand.agendas
                .rehearse(AgendaStand.HOUSE, stand.slug())
                .orElseThrow()
                .events();
        assertThat(events)
                .allSatisfy(event ->
                        assertThat(event.lacks()).extracting(Problem::code).containsExactly(code));
        // somebody made it there: the next run finds it, without anybody's word
        ((UitdatabankStub) agenda).found = 1;
        stand.later(java.time.Duration.ofHours(2));
        stand.agendas.publishDue();
        assertThat(stand.now().last()).isEqualTo(new Done(2, 0, 0, 0, 0));
    }

    @Test
    void aPlaceThatAPersonNamedIsNotLookedFor() {
        AgendaWish wish = agenda.wish();
        Map<String, String> settings = new HashMap<>(wish.settings());
        settings.put("places", "Grand Théâtre = " + UitdatabankStub.PLACE);
        stand.connect(new AgendaWish(wish.name(), wish.kind(), wish.address(), settings, wish.secret(), null));
        assertThat(stand.publish().last()).isEqualTo(new Done(2, 0, 0, 0, 0));
        assertThat(((UitdatabankStub) agenda).questions).isEmpty();
    }

    @Test
    void whatUitdatabankDemandsIsToldInWords() {
        stand.sql("update production set genre = null where id = 1");
        stand.sql("update production set genre = 'Bidule' where id = 2");
        stand.sql("update venue set postcode = null");
        stand.said("performance", 100, "price_from", "", "800");
        stand.said("performance", 100, "price_to", "", "2400");
        stand.connect();
        List<Rehearsal.Event> events = stand.agendas
                .rehearse(AgendaStand.HOUSE, stand.slug())
                .orElseThrow()
                .events();
        assertThat(events.get(0).lacks())
                .extracting(Problem::code)
                .containsExactly("agenda-lacks-genre", "agenda-lacks-address");
        assertThat(events.get(1).lacks())
                .extracting(Problem::code)
                .containsExactly("agenda-lacks-type", "agenda-lacks-address");
        assertThat(events.get(0).advice())
                .extracting(Problem::code)
                .containsExactly("agenda-advice-ages", "agenda-advice-price");
    }

    @Test
    void onlyEurosAreTold() {
        stand.said("performance", 100, "price_from", "", "800");
        stand.said("performance", 100, "price_to", "", "800");
        stand.connect();
        Rehearsal shown = stand.agendas
                .rehearse(AgendaStand.house(false, "CHF"), stand.slug())
                .orElseThrow();
        assertThat(shown.events().get(0).advice()).extracting(Problem::code).contains("agenda-advice-currency");
    }
}
