package org.foyer.hub.intake.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.foyer.hub.model.Concept;
import org.foyer.hub.model.Vocabularies;

/** What a house says of its dates, field by field, by the names that {@code docs/formats.md} gives to the fields. */
final class SaidFields {

    private static final String DATES =
            "with d as (select *, strftime(day, '%m-%d') as date from performance where house = 1 and set_aside is null) ";

    private static final Map<String, String> FIELDS = new LinkedHashMap<>();
    private static final Map<String, String> CONCEPTS = new LinkedHashMap<>();

    static {
        for (String state : List.of("scheduled", "cancelled", "postponed", "rescheduled", "moved_online")) {
            FIELDS.put(
                    "dates that are " + state.replace('_', ' '),
                    "select date, 'here' from d where state = '" + state + "' and starts_local is not null");
        }
        FIELDS.put("days without an hour", "select date, 'here' from d where starts_local is null");
        FIELDS.put("start", "select date, starts_local || ' ' || starts_at from d");
        for (String word : List.of("title", "description", "genre", "producer")) {
            FIELDS.put(word, "select date, p." + word + " from d join production p on p.id = d.production");
        }
        FIELDS.put("page of the show", "select date, p.url from d join production p on p.id = d.production");
        FIELDS.put("kind of event", "select date, event_type from d");
        FIELDS.put("season", "select date, season from d");
        FIELDS.put("seats", "select date, cast(capacity as varchar) from d");
        FIELDS.put("hall", "select date, hall from d");
        FIELDS.put("venue", "select date, name from d join venue v on v.id = d.venue");
        for (String word : List.of("street", "region", "country")) {
            FIELDS.put(word, "select date, v." + word + " from d join venue v on v.id = d.venue");
        }
        FIELDS.put(
                "postcode and town",
                "select date, concat_ws(' ', postcode, city) from d join venue v on v.id = d.venue");
        FIELDS.put("page of the venue", "select date, v.url from d join venue v on v.id = d.venue");
        FIELDS.put(
                "where the venue lies",
                "select date, o.value from d join found_outside_now o on o.kind = 'venue' and o.thing = d.venue and o.property = 'position'");
        FIELDS.put(
                "which dates are one show",
                "select d.date, string_agg(o.date, ' ' order by o.date) from d join d o on o.production = d.production group by d.date");
        described("texts in other languages", "title' and d.language <> '' or property = 'description", true);
        for (String word : List.of("subtitle", "picture", "languages", "surtitles", "warnings", "accessibility")) {
            described(word, word, false);
        }
        described("credit of the picture", "picture_credit", false);
        described("licence of the picture", "picture_licence", false);
        described("length", "duration", false);
        described("ages", "age_from' or property = 'age_to", false);
        described("lowest and highest price", "price_from' or property = 'price_to", false);
        described("availability", "availability", false);
        described("whom it is meant for", "audience", false);
        described("new or returning", "history", false);
        described("festival", "festival", false);
        described("series", "series", false);
        described("changes of cast", "cast_changes", false);
        FIELDS.put(
                "attendance",
                "select date, n.value from d join description_now n on n.kind = 'performance' and n.thing = d.id and n.property = 'attendance' where n.value <> 'offline'");
        String item =
                " from d join programme_item i on i.performance = d.id left join work w on w.id = i.work and w.house = 1";
        FIELDS.put(
                "works in their order",
                "select date, w.title || ' ' || dense_rank() over (partition by d.id order by i.position)" + item
                        + " where w.title is not null");
        FIELDS.put("part of a work", "select date, i.part" + item);
        FIELDS.put("interval", "select date, 'interval'" + item + " where i.interval");
        String credit = " from d join (select * from contribution where house = 1 qualify precedence(source, run)"
                + " = max(precedence(source, run)) over (partition by performance)) c on c.performance = d.id";
        FIELDS.put("people and their roles", "select distinct date, c.name || ' ' || c.role" + credit);
        FIELDS.put("instrument", "select date, c.name || ' ' || c.instrument" + credit);
        FIELDS.put(
                "of which work a credit is",
                "select distinct date, c.name || ' ' || w.title from d join contribution c on c.performance = d.id and c.house = 1"
                        + " join programme_item i on i.performance = d.id and i.position = c.position join work w on w.id = i.work and w.house = 1");
        for (Map.Entry<String, String> kind : Map.of(
                        "shows", "o.kind = 'production' and o.thing = d.production",
                        "venues", "o.kind = 'venue' and o.thing = d.venue",
                        "works",
                                "o.kind = 'work' and o.thing in (select work from programme_item i where i.performance = d.id)",
                        "people",
                                "o.kind = 'name' and o.thing in (select name_number(c.name) from contribution c where c.performance = d.id)")
                .entrySet()) {
            FIELDS.put(
                    "identifiers of " + kind.getKey(),
                    "select date, o.property || ' ' || o.value from d join found_outside_now o on o.property <> 'position' and o.house = 1 and "
                            + kind.getValue());
        }
        CONCEPTS.put("genre, by the vocabulary", "genres");
        CONCEPTS.put("whom it is meant for, by the vocabulary", "audiences");
    }

    private SaidFields() {}

    private static void described(String name, String property, boolean other) {
        FIELDS.put(
                name,
                "select date, property || ' ' || language || ' ' || n.value from d join description_now n on n.thing = case n.kind when 'production' then d.production when 'performance' then d.id end"
                        + " and n.house = 1 and (property = '" + property.replace("d.language", "n.language")
                        + "') and n.language "
                        + (other ? "<> ''" : "= ''"));
    }

    /** Values by date, by field; in order, so that two houses that say the same are equal. */
    static Map<String, Map<String, TreeSet<String>>> of(IntakeStand stand) {
        Map<String, Map<String, TreeSet<String>>> said = new LinkedHashMap<>();
        FIELDS.forEach((name, sql) -> {
            Map<String, TreeSet<String>> values = new TreeMap<>();
            for (String line : stand.query(DATES + sql)) {
                String value = line.substring(line.indexOf('|') + 1);
                if (!value.equals("null") && !value.isEmpty()) {
                    values.computeIfAbsent(line.substring(0, line.indexOf('|')), date -> new TreeSet<>())
                            .add(value);
                }
            }
            said.put(name, values);
        });
        CONCEPTS.forEach((name, vocabulary) -> {
            Map<String, TreeSet<String>> values = new TreeMap<>();
            said.get(name.substring(0, name.indexOf(',')))
                    .forEach((date, words) -> words.forEach(word -> Vocabularies.of(vocabulary)
                            .said(word.substring(word.lastIndexOf("  ") + 1).strip())
                            .map(Concept::code)
                            .ifPresent(code -> values.computeIfAbsent(date, one -> new TreeSet<>())
                                    .add(code))));
            said.put(name, values);
        });
        return said;
    }
}
