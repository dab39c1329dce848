package org.foyer.hub.intake.internal.pull;

import java.util.LinkedHashMap;
import java.util.Map;

/** What tools answer, written from the descriptions of their interfaces. */
final class ToolAnswers {

    static final String SPEKTRIX = "/little/api/v3";
    static final String PRETIX = "/api/v1/organizers/house";

    private ToolAnswers() {}

    static Map<String, String> spektrix() {
        Map<String, String> answers = new LinkedHashMap<>();
        answers.put(SPEKTRIX + "/venues", """
                [{"id": "1AAA", "name": "Little House ", "address": "12 Long Lane, London EC1A 9PT"}]""");
        answers.put(SPEKTRIX + "/plans", """
                [{"id": "201AAA", "name": "End on", "venue": {"id": "1AAA"}}]""");
        answers.put(SPEKTRIX + "/events", """
                [{"id": "1001AAB", "webEventId": "1", "name": " Lear", "htmlDescription": "<p>A king</p>", "duration": 0,
                  "isOnSale": true, "instanceDates": "12 February", "attribute_Genre": "Drama"},
                 {"id": "1009AAB", "webEventId": "9", "name": "Test", "instanceDates": "", "attribute_TestEvent": true}]""");
        answers.put(SPEKTRIX + "/instances", """
                [{"id": "2001AAA", "webInstanceId": "1", "event": {"id": "1001AAB"}, "start": "2026-05-12T19:30:00",
                  "startUtc": "2026-05-12T18:30:00Z", "cancelled": false, "planId": "201AAA", "priceList": {"id": "7P"}},
                 {"id": "2002AAA", "webInstanceId": "2", "event": {"id": "1001AAB"}, "start": "2026-05-13T19:30:00",
                  "startUtc": "2026-05-13T18:30:00Z", "cancelled": true, "planId": "201AAA", "priceList": {"id": "7P"}},
                 {"id": "2003AAA", "webInstanceId": "3", "event": {"id": "1009AAB"}, "start": "2026-05-14T19:30:00",
                  "startUtc": "2026-05-14T18:30:00Z", "cancelled": false, "planId": "201AAA", "priceList": {"id": "8P"}}]""");
        answers.put(SPEKTRIX + "/instances/2001AAA/price-list", """
                {"id": "7P", "prices": [{"amount": 23.50, "ticketType": {"id": "1"}, "priceBand": {"id": "2"}}]}""");
        answers.put(SPEKTRIX + "/instances/2003AAA/price-list", """
                {"id": "8P", "prices": []}""");
        return answers;
    }

    /** @param host of the addresses of next pages, with its port */
    static Map<String, String> pretix(String host) {
        Map<String, String> answers = new LinkedHashMap<>();
        answers.put(PRETIX + "/events/", page("http://" + host + PRETIX + "/events/?page=2", """
                {"name": {"fr": "Le Roi Lear", "en": "King Lear"}, "slug": "lear", "live": true, "testmode": false, "currency": "EUR",
                 "date_from": "2026-05-01T00:00:00+02:00", "date_to": null, "is_public": true, "location": null,
                 "has_subevents": true, "meta_data": {"genre": "Drame"}, "timezone": "Europe/Paris", "seating_plan": null}"""));
        answers.put(PRETIX + "/events/?page=2", page(null, """
                {"name": {"fr": "Bal"}, "slug": "bal", "live": true, "testmode": false, "currency": "EUR",
                 "date_from": "2026-06-21T20:00:00+02:00", "date_to": null, "is_public": true,
                 "location": {"fr": "Grand Théâtre\\n1 place du Marché"}, "has_subevents": false, "meta_data": {},
                 "timezone": "Europe/Paris"},
                {"name": {"fr": "Essai"}, "slug": "essai", "live": true, "testmode": true, "date_from": "2026-06-22T20:00:00+02:00",
                 "is_public": true, "has_subevents": false, "meta_data": {}, "timezone": "Europe/Paris"}"""));
        answers.put(PRETIX + "/events/lear/subevents/", page(null, """
                {"id": 11, "event": "lear", "name": {"fr": "Le Roi Lear"}, "active": true, "is_public": true,
                 "date_from": "2026-05-02T18:00:00Z", "date_to": null, "location": null, "meta_data": {}},
                {"id": 12, "event": "lear", "name": {"fr": "Le Roi Lear"}, "active": false, "is_public": true,
                 "date_from": "2026-05-03T18:00:00Z", "date_to": null, "location": null, "meta_data": {}}"""));
        answers.put(PRETIX + "/events/lear/items/", page(null, """
                {"id": 1, "name": {"fr": "Plein tarif"}, "default_price": "23.00", "admission": true, "variations": []},
                {"id": 2, "name": {"fr": "Jeune"}, "default_price": "10.00", "admission": true, "variations": []},
                {"id": 3, "name": {"fr": "Programme"}, "default_price": "5.00", "admission": false, "variations": []}"""));
        answers.put(PRETIX + "/events/lear/quotas/", page(null, """
                {"id": 1, "name": "Salle", "size": 300, "items": [1, 2], "variations": [], "subevent": 11},
                {"id": 2, "name": "Programmes", "size": 50, "items": [3], "variations": [], "subevent": 11}"""));
        answers.put(PRETIX + "/events/bal/items/", page(null, """
                {"id": 4, "name": {"fr": "Plein tarif"}, "default_price": "23.00", "admission": true, "variations": []}"""));
        answers.put(PRETIX + "/events/bal/quotas/", page(null, """
                {"id": 3, "name": "Tout", "size": 500, "items": [4], "variations": [], "subevent": null},
                {"id": 4, "name": "Jeunes", "size": 100, "items": [4], "variations": [], "subevent": null}"""));
        answers.put(PRETIX + "/events/essai/items/", page(null, ""));
        answers.put(PRETIX + "/events/essai/quotas/", page(null, ""));
        return answers;
    }

    private static String page(String next, String results) {
        return "{\"count\": 1, \"next\": %s, \"previous\": null, \"results\": [%s]}"
                .formatted(next == null ? "null" : "\"" + next + "\"", results);
    }
}
