package org.foyer.hub.intake.internal.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.foyer.kit.Problem;
import org.foyer.kit.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What files say of a show beyond title and date, each in the words of its tool. */
class DetailsTest {

    private static CollectedRows read(Source source, String text) throws IOException {
        CollectedRows found = new CollectedRows();
        source.read("file.json", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), found);
        return found;
    }

    private static CollectedRows schema(String rest) throws IOException {
        return read(new SchemaOrg(), """
                {"@context": "https://schema.org", "@type": "Event", "name": "Lear", "startDate": "2026-05-01T20:00", %s}
                """.formatted(rest));
    }

    private static String told(CollectedRows found, String... columns) {
        return String.join(
                "|", Arrays.stream(columns).map(found.rows.get(0)::get).toList());
    }

    private static List<String> codes(CollectedRows found) {
        return found.problems.stream().map(Problem::code).toList();
    }

    @Test
    void schemaOrgSaysPictureLanguagesAgesLengthAndAccess() throws IOException {
        CollectedRows found = schema("""
                "image": {"@type": "ImageObject", "contentUrl": "https://t.example/a.jpg", "creditText": "Ana Roy",
                  "license": {"@id": "https://creativecommons.org/licenses/by/4.0/"}},
                "alternateName": "Tragédie", "inLanguage": ["fr-FR", {"@type": "Language", "name": "Anglais"}],
                "subtitleLanguage": "nl", "typicalAgeRange": "8-", "duration": "PT1H35M", "contentRating": "PG-13",
                "eventAttendanceMode": "https://schema.org/MixedEventAttendanceMode",
                "accessibilityFeature": ["audioDescription", "signLanguage"]""");
        assertThat(told(found, "picture", "picture_credit", "picture_licence"))
                .isEqualTo("https://t.example/a.jpg|Ana Roy|https://creativecommons.org/licenses/by/4.0/");
        assertThat(told(found, "subtitle", "languages", "surtitles", "age_from", "age_to", "duration", "warnings"))
                .isEqualTo("Tragédie|fr, en|nl|8||95|");
        assertThat(told(found, "attendance", "accessibility")).isEqualTo("mixed|audio-description, sign-language");
        assertThat(codes(found)).isEmpty();
        assertThat(told(schema("\"image\": [\"https://t.example/b.jpg\", \"https://t.example/c.jpg\"]"), "picture"))
                .isEqualTo("https://t.example/b.jpg");
    }

    @Test
    void pricesAreTheLowestAndTheHighestOfOneCurrency() throws IOException {
        String[] price = {"price_from", "price_to", "price_currency", "availability"};
        assertThat(told(schema("""
                "offers": [{"price": "12.50", "priceCurrency": "EUR", "availability": "https://schema.org/SoldOut"},
                           {"price": 30, "priceCurrency": "EUR", "availability": "LimitedAvailability"}]"""), price)).isEqualTo("12.5|30|EUR|few-left");
        assertThat(told(schema("""
                "offers": {"@type": "AggregateOffer", "lowPrice": 5, "highPrice": "20,00 €", "availability": "InStock"}"""), price)).isEqualTo("|||available");
        assertThat(told(schema("\"offers\": {\"price\": \"gratuit\"}"), price)).isEqualTo("0|0||");
        assertThat(told(schema("\"isAccessibleForFree\": true"), price)).isEqualTo("0|0||");
        for (String offers : List.of(
                "{\"price\": 12}",
                "{\"price\": -5, \"priceCurrency\": \"EUR\"}",
                "{\"price\": \"douze\", \"priceCurrency\": \"EUR\"}",
                "[{\"price\": 1, \"priceCurrency\": \"EUR\"}, {\"price\": 2, \"priceCurrency\": \"CHF\"}]")) {
            CollectedRows found = schema("\"offers\": " + offers);
            assertThat(told(found, price)).as(offers).isEqualTo("|||");
            assertThat(codes(found)).as(offers).containsExactly("prices-left-out");
        }
    }

    @Test
    void whatIsNotCertainStaysOutAndIsCountedOnce() throws IOException {
        for (String ages : List.of("tout public", "8-4", "12", "--3", "8-999")) {
            CollectedRows found = schema("\"typicalAgeRange\": \"" + ages + "\"");
            assertThat(told(found, "age_from", "age_to")).as(ages).isEqualTo("|");
            assertThat(codes(found)).as(ages).containsExactly("ages-left-out");
        }
        assertThat(told(schema("\"typicalAgeRange\": \"dès 8 ans\""), "age_from", "age_to"))
                .isEqualTo("8|");
        assertThat(codes(schema("\"inLanguage\": [\"zxx\", \"klingon\"]"))).containsExactly("languages-left-out");
        assertThat(codes(schema("\"duration\": \"P3D\""))).containsExactly("lengths-left-out");
        CollectedRows found =
                schema("\"image\": {\"url\": \"javascript:alert(1)\", \"license\": \"javascript:alert(2)\"}");
        assertThat(told(found, "picture", "picture_licence")).isEqualTo("|");
        assertThat(codes(found)).containsExactly("addresses-left-out");
    }

    @Test
    void textsInOtherLanguagesAreKeptAndOnesThatAreTooLongAreCounted() throws IOException {
        CollectedRows found = read(new SchemaOrg(), """
                {"@context": "https://schema.org", "@type": "Event", "startDate": "2026-05-01T20:00",
                 "name": [{"@language": "fr", "@value": "Le Roi Lear"}, {"@language": "en", "@value": "King Lear"}],
                 "description": [{"@language": "fr", "@value": "Un roi"}, {"@language": "en", "@value": "%s"}]}
                """.formatted("x".repeat(21_000)));
        assertThat(told(found, "title", "description", "texts"))
                .isEqualTo("Le Roi Lear|Un roi|[{\"property\":\"title\",\"language\":\"en\",\"value\":\"King Lear\"}]");
        assertThat(codes(found)).containsExactly("texts-left-out");
    }

    @Test
    void openAgendaSaysAgesAccessAndWhetherItIsFull() throws IOException {
        CollectedRows found = read(new OpenAgenda(), """
                {"events": [{"uid": 1, "state": 2, "status": 5, "title": {"fr": "Lear", "en": "King Lear"},
                  "image": {"base": "https://cdn.example/main/", "filename": "a.jpg"}, "imageCredits": "Ana Roy",
                  "age": {"min": 6, "max": 12}, "keywords": {"fr": ["Jeune public", "théâtre"], "en": "Schools, night"}, "accessibility": {"hi": true, "mi": true, "vi": false}, "attendanceMode": 3,
                  "timings": [{"begin": "2026-05-01T20:00:00+02:00", "end": "2026-05-01T22:00:00+02:00"}]}]}
                """);
        assertThat(told(found, "picture", "picture_credit", "age_from", "age_to", "accessibility", "attendance"))
                .isEqualTo("https://cdn.example/main/a.jpg|Ana Roy|6|12|hearing, motor|mixed");
        assertThat(told(found, "audience")).isEqualTo("young-audience, schools");
        assertThat(told(found, "state", "availability", "duration", "texts"))
                .isEqualTo(
                        "scheduled|sold-out|120|[{\"property\":\"title\",\"language\":\"en\",\"value\":\"King Lear\"}]");
    }

    @ParameterizedTest
    @CsvSource({"0, 120, |", "8, 120, 8|", "0, 3, |3", "1, 119, 1|119"})
    void theBoundsOfOpenAgendaAreNoEndsOfAges(int min, int max, String ages) throws IOException {
        CollectedRows found = read(new OpenAgenda(), """
                {"events": [{"uid": 1, "state": 2, "title": {"fr": "Lear"}, "age": {"min": %d, "max": %d},
                  "timings": [{"begin": "2026-05-01T20:00:00+02:00", "end": "2026-05-01T22:00:00+02:00"}]}]}
                """.formatted(min, max));
        assertThat(told(found, "age_from", "age_to")).isEqualTo(ages);
    }

    @Test
    void uitdatabankSaysPricesPictureAndWhetherSeatsCanBeBooked() throws IOException {
        CollectedRows found = read(new UitDatabank(), """
                {"@id": "https://io.uitdatabank.be/event/1", "name": {"nl": "Koning Lear", "fr": "Le Roi Lear"}, "calendarType": "single",
                 "typicalAgeRange": "6-12", "attendanceMode": "offline", "audience": {"audienceType": "education"}, "startDate": "2026-05-01T20:00:00+02:00",
                 "bookingAvailability": {"type": "Unavailable"}, "languages": ["nl", "fr"],
                 "priceInfo": [{"category": "base", "price": 15, "priceCurrency": "EUR"}, {"category": "tariff", "price": 7.5},
                   {"category": "uitpas", "price": 2}],
                 "mediaObject": [{"@type": "schema:ImageObject", "contentUrl": "https://i.example/a.jpg", "copyrightHolder": "Ana"}],
                 "terms": [{"domain": "facility", "label": "Rolstoeltoegankelijk", "id": "3.27.0.0.0"}]}
                """);
        assertThat(told(found, "age_from", "age_to", "price_from", "price_to", "availability", "attendance"))
                .isEqualTo("6|12|7.5|15|sold-out|offline");
        assertThat(told(found, "picture", "picture_credit", "accessibility", "languages", "audience"))
                .isEqualTo("https://i.example/a.jpg|Ana|Rolstoeltoegankelijk||schools");
        assertThat(told(found, "title", "texts"))
                .isEqualTo("Le Roi Lear|[{\"property\":\"title\",\"language\":\"nl\",\"value\":\"Koning Lear\"}]");
    }

    private static CollectedRows spektrix(String tickets) throws IOException {
        return read(new Spektrix(), """
                {"pulledFrom": "spektrix", "price_lists": [{"id": "7P", "prices": [%s]}],
                 "events": [{"id": "e1", "name": "Lear", "duration": 95, "imageUrl": "https://i.example/a.jpg"}],
                 "instances": [{"id": "i1", "event": {"id": "e1"}, "start": "2026-05-01T20:00:00", "priceList": {"id": "7P"},
                   "attribute_SLSigned": true, "attribute_SLCaptioned": false, "attribute_SLAudioDescribed": true}]}
                """.formatted(tickets));
    }

    private static String ticket(String amount, String type) {
        return "{\"amount\": %s, \"ticketType\": {\"id\": \"1\", \"name\": \"%s\"}}".formatted(amount, type);
    }

    @Test
    void spektrixSaysPictureLengthAndForWhomItIsMadeAccessible() throws IOException {
        assertThat(told(spektrix(""), "picture", "duration", "accessibility", "price_from", "price_to"))
                .isEqualTo("https://i.example/a.jpg|95|audio-description, sign-language||");
    }

    /** The lowest price is what anybody may pay, not that of the young; where a ticket may be for some only, nobody knows it. */
    @Test
    void aPriceListSaysTheHighestAndWhereCertainTheLowest() throws IOException {
        String[] price = {"price_from", "price_to", "price_currency"};
        assertThat(told(
                        spektrix(ticket("23.50", "Full price") + "," + ticket("30.00", "Adult") + ","
                                + ticket("5", "Under 26") + "," + ticket("0", "Comp")),
                        price))
                .isEqualTo("23.5|30|");
        assertThat(told(spektrix(ticket("23.50", "") + "," + ticket("5", "")), price))
                .isEqualTo("|23.5|");
        assertThat(told(spektrix(ticket("23.50", "") + "," + ticket("23.5", "")), price))
                .isEqualTo("23.5|23.5|");
        assertThat(told(spektrix(ticket("23.50", "Adult") + "," + ticket("\"soon\"", "Adult")), price))
                .isEqualTo("||");
        assertThat(told(spektrix(ticket("5", "Under 26") + "," + ticket("8", "Senior")), price))
                .isEqualTo("|8|");
    }

    @Test
    void pretixSaysThePricesOfWhatAnybodyIsShown() throws IOException {
        CollectedRows found = read(new PretixProgramme(), """
                {"pulledFrom": "pretix",
                 "items": [
                   {"id": 1, "event": "a", "name": {"fr": "Plein tarif"}, "default_price": "23.00", "admission": true, "variations": [
                     {"id": 11, "value": {"fr": "Parterre"}, "price": "30.00"}, {"id": 12, "value": {"fr": "Balcon"}, "price": null},
                     {"id": 13, "value": {"fr": "Loge"}, "price": "90.00", "active": false}]},
                   {"id": 2, "event": "a", "name": {"fr": "Jeune"}, "default_price": "10.00", "admission": true},
                   {"id": 3, "event": "a", "name": {"fr": "Mécène"}, "default_price": "500.00", "admission": true, "hide_without_voucher": true},
                   {"id": 4, "event": "a", "name": {"fr": "Programme"}, "default_price": "2.00", "admission": false}],
                 "events": [{"slug": "a", "name": {"fr": "Lear"}, "currency": "EUR", "has_subevents": true, "date_from": "2026-05-01T20:00:00+02:00"}],
                 "subevents": [
                   {"id": 1, "event": "a", "name": {"fr": "Lear"}, "active": true, "date_from": "2026-05-01T20:00:00+02:00"},
                   {"id": 2, "event": "a", "name": {"fr": "Lear"}, "active": true, "date_from": "2026-05-02T20:00:00+02:00",
                    "variation_price_overrides": [{"variation": 11, "price": "45.50"}], "item_price_overrides": [{"item": 2, "price": "12.00"}]},
                   {"id": 3, "event": "a", "name": {"fr": "Lear"}, "active": true, "date_from": "2026-05-03T20:00:00+02:00"}],
                 "quotas": [{"event": "a", "subevent": 3, "size": 100, "items": [2], "variations": []}]}
                """);
        assertThat(found.rows.stream()
                        .map(row ->
                                String.join("|", row.get("price_from"), row.get("price_to"), row.get("price_currency")))
                        .toList())
                .containsExactly("23|30|EUR", "23|45.5|EUR", "10|10|EUR");
    }

    @Test
    void datasceneSaysTheLowestPriceWhetherItIsFullAndThePlace() throws IOException {
        String show = """
                {"type": "Show", "identifier": ["x"], "name": [{"lang": "fr", "value": "Lear"}], "showWithoutWords": false, "audience": [
                  "https://datascene.ca/modele#ToutPetits", {"type": "Term", "code": "x", "label": [{"lang": "fr", "value": "Gens du quartier"}]}], "hasPerformance": [
                  {"type": "Performance", "identifier": ["y"], "startDateTime": "2026-05-01T20:00:00-05:00", "hasOffer": [
                    {"type": "Offer", "isSoldout": %s, %s, "inRoom": {"name": [{"lang": "fr", "value": "Studio"}]},
                     "inPlace": {"virtualPlace": false, "name": [{"lang": "fr", "value": "Salle"}], "placeAccessibility": [
                       {"type": "Term", "code": "fauteuilRoulant", "label": [{"lang": "fr", "value": "Fauteuil roulant"}]}]}}]}]}
                """;
        String[] columns = {
            "price_from",
            "price_to",
            "price_currency",
            "availability",
            "attendance",
            "accessibility",
            "hall",
            "audience"
        };
        assertThat(told(
                        read(
                                new DataScene(),
                                show.formatted("true", "\"price\": \"31.50\", \"isAccessibleForFree\": false")),
                        columns))
                .isEqualTo("31.5||CAD|sold-out|offline|Fauteuil roulant|Studio|toddlers, Gens du quartier");
        assertThat(told(read(new DataScene(), show.formatted("false", "\"isAccessibleForFree\": true")), columns))
                .isEqualTo("0|0|||offline|Fauteuil roulant|Studio|toddlers, Gens du quartier");
        assertThat(told(
                        read(
                                new DataScene(),
                                show.formatted("false", "\"price\": \"5\", \"isAccessibleFromAnotherOffer\": true")),
                        columns))
                .isEqualTo("||||offline|Fauteuil roulant|Studio|toddlers, Gens du quartier");
    }
}
