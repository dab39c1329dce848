package org.foyer.hub.catalogue.internal.publication;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.foyer.hub.catalogue.Rehearsal;
import org.foyer.kit.Problem;
import org.junit.jupiter.api.Test;

class OpenAgendaTest extends AgendaContract {

    @Override
    AgendaStub stub() {
        return new OpenAgendaStub();
    }

    @Override
    List<String> states(JsonNode event) {
        return List.of(event.path("status").asText());
    }

    @Override
    String cancelled() {
        return "6";
    }

    @Override
    String postponed() {
        return "4";
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
    void anEventIsWhatTheDocumentsAskFor() {
        stand.said("production", 1, "title", "en", "Hamlet, Prince of Denmark");
        stand.said("production", 1, "picture", "", "https://theatre.example/h.jpg");
        stand.said("production", 1, "picture_credit", "", "Ada");
        stand.said("production", 1, "age_from", "", "12");
        stand.said("performance", 100, "price_from", "", "800");
        stand.said("performance", 100, "price_to", "", "2400");
        stand.said("performance", 100, "accessibility", "", "Langue des signes, relaxed");
        stand.said("performance", 100, "audience", "", "Familles, Tout public");
        stand.said("performance", 101, "audience", "", "families");
        JsonNode event = only("Hamlet");
        assertThat(event.path("title").path("en").asText()).isEqualTo("Hamlet, Prince of Denmark");
        assertThat(event.path("timings").toString())
                .isEqualTo("[{\"begin\":\"2026-03-05T20:00:00+0100\",\"end\":\"2026-03-05T21:30:00+0100\"},"
                        + "{\"begin\":\"2026-03-06T20:00:00+0100\",\"end\":\"2026-03-06T21:30:00+0100\"}]");
        assertThat(event.path("image").path("url").asText()).isEqualTo("https://theatre.example/h.jpg");
        assertThat(event.path("imageCredits").asText()).isEqualTo("Ada");
        assertThat(event.path("age").toString()).isEqualTo("{\"min\":12,\"max\":120}");
        assertThat(event.path("conditions").path("fr").asText().replaceAll("\\p{Z}", " "))
                .isEqualTo("8,00 € – 24,00 €");
        assertThat(event.path("registration").toString()).isEqualTo("[\"https://theatre.example/1\"]");
        assertThat(event.path("accessibility").toString())
                .isEqualTo("{\"hi\":true,\"ii\":true,\"mi\":false,\"pi\":true,\"vi\":false}");
        assertThat(event.path("keywords").path("fr").toString()).endsWith("\"Familles\"]");
        assertThat(event.path("status").asInt()).isEqualTo(1);
        assertThat(((OpenAgendaStub) agenda).places.values())
                .singleElement()
                .extracting(place -> place.path("address").asText())
                .isEqualTo("Place du Théâtre 1, 21000 Dijon");
    }

    /** Dates that are cancelled among others are left out, since the status is one of the whole event. */
    @Test
    void ofSomeDatesThatAreCancelledTheOthersAreTold() {
        stand.sql("update performance set state = 'cancelled' where id = 100");
        JsonNode event = only("Hamlet");
        assertThat(event.path("timings")).hasSize(1);
        assertThat(event.path("timings").get(0).path("begin").asText()).startsWith("2026-03-06");
        assertThat(event.path("status").asInt()).isEqualTo(1);
    }

    @Test
    void whatIsOnlineHasThePageOfTheShowAndNoPlace() {
        stand.sql("update venue set street = null");
        stand.said("performance", 200, "attendance", "", "online");
        JsonNode event = only("La Mouette");
        assertThat(event.path("attendanceMode").asInt()).isEqualTo(2);
        assertThat(event.path("onlineAccessLink").asText()).isEqualTo("https://theatre.example/2");
        assertThat(event.has("locationUid")).isFalse();
        assertThat(agenda.titles()).as("what is in a hall lacks its address").containsExactly("La Mouette");
    }

    /** One date in the hall and one online, or one date that is both: OpenAgenda has one way for the whole event. */
    @Test
    void whatIsInBothWaysHasPlaceAndPage() {
        stand.said("performance", 100, "attendance", "", "offline");
        stand.said("performance", 101, "attendance", "", "online");
        stand.said("performance", 200, "attendance", "", "mixed");
        stand.connect();
        stand.publish();
        assertThat(agenda.titles()).containsExactly("Hamlet", "La Mouette");
        assertThat(agenda.events.values()).allSatisfy(event -> {
            assertThat(event.path("attendanceMode").asInt()).isEqualTo(3);
            assertThat(event.path("onlineAccessLink").asText()).startsWith("https://theatre.example/");
            assertThat(event.has("locationUid")).isTrue();
        });
    }

    /** A date that is told no longer says nothing of where the others are. */
    @Test
    void whereADateThatIsCancelledWouldHaveBeenDoesNotCount() {
        stand.said("performance", 101, "attendance", "", "online");
        stand.sql("update performance set state = 'cancelled' where id = 101");
        JsonNode event = only("Hamlet");
        assertThat(event.path("attendanceMode").asInt()).isEqualTo(1);
        assertThat(event.has("onlineAccessLink")).isFalse();
    }

    @Test
    void whatIsOnlineWithoutAPageIsHeldBack() {
        stand.said("performance", 200, "attendance", "", "online");
        stand.sql("update production set url = null where id = 2");
        stand.connect();
        stand.publish();
        assertThat(agenda.titles()).containsExactly("Hamlet");
        List<Rehearsal.Event> events =
                stand.agendas.rehearse(AgendaStand.HOUSE, "ville").orElseThrow().events();
        assertThat(events.get(1).lacks()).extracting(Problem::code).containsExactly("agenda-lacks-online-page");
    }

    @Test
    void whatIsSoldOutOnAllDatesAheadIsFull() {
        stand.said("performance", 200, "availability", "", "sold-out");
        assertThat(only("La Mouette").path("status").asInt()).isEqualTo(5);
    }

    @Test
    void aLongDescriptionIsTheLongOneAndItsBeginningTheShortOne() {
        String sentence = "Le prince revient au château et ne dort plus. ";
        stand.sql("update production set description = '" + sentence.repeat(10).strip() + "' where id = 1");
        JsonNode event = only("Hamlet");
        assertThat(event.path("longDescription").path("fr").asText())
                .isEqualTo(sentence.repeat(10).strip());
        assertThat(event.path("description").path("fr").asText())
                .isEqualTo(sentence.repeat(4).strip());
    }

    @Test
    void whatOpenAgendaDemandsIsToldInWords() {
        stand.sql("update production set description = null where id = 1");
        stand.sql("update venue set country = null");
        stand.show(3, "T".repeat(141));
        stand.dates(3, "2026-03-07", "2026-03-07");
        stand.connect();
        List<Rehearsal.Event> events =
                stand.agendas.rehearse(AgendaStand.HOUSE, "ville").orElseThrow().events();
        assertThat(events.get(0).lacks())
                .extracting(Problem::code)
                .containsExactly("agenda-lacks-description", "agenda-lacks-country");
        assertThat(events.get(1).lacks())
                .extracting(Problem::code)
                .containsExactly("agenda-title-long", "agenda-dates-together", "agenda-lacks-country");
        assertThat(events.get(0).advice()).extracting(Problem::code).containsExactly("agenda-advice-picture");
    }

    @Test
    void anAgendaThatIsNotThereIsToldAtOnce() {
        stand.connect(new org.foyer.hub.catalogue.AgendaWish(
                "Autre",
                "openagenda",
                agenda.peer.at("").toString(),
                java.util.Map.of("agenda", "5", "language", "fr"),
                AgendaStub.SECRET,
                null));
        assertThat(stand.publish().problem()).extracting(Problem::code).isEqualTo("agenda-unknown");
        assertThat(agenda.peer.asked).hasSize(2);
    }
}
