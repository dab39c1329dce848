package org.foyer.hub.site.internal.pages;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.foyer.hub.exchange.Tour;
import org.foyer.hub.exchange.Tour.Away;
import org.foyer.hub.exchange.Tour.Stop;
import org.foyer.hub.exchange.Tour.Sums;
import org.foyer.hub.governance.ShowGate.People;
import org.foyer.hub.governance.TourAudience;
import org.foyer.hub.insight.ShowSheet;
import org.foyer.hub.insight.ShowSheet.Lead;
import org.foyer.hub.model.GeoPoint;
import org.foyer.hub.model.House;
import org.jspecify.annotations.Nullable;

/** Tells a tour to the people of its company. */
final class TourViews {

    private static final double SMALLEST_RADIUS = 5;

    private final Language language;
    private final Formats formats;
    private final House house;

    TourViews(Language language, House house) {
        this.language = language;
        this.formats = language.formats();
        this.house = house;
    }

    /** Without a tour. */
    TourView none() {
        return new TourView(
                "/h/" + house.slug(),
                language.say("nav_tour"),
                List.of(),
                language.say("tour_none"),
                null,
                null,
                List.of(),
                null,
                null,
                null);
    }

    /** @param audience null where it was not asked for */
    TourView of(Tour tour, List<String> names, @Nullable TourAudience audience) {
        String query = "?name=" + URLEncoder.encode(tour.name(), StandardCharsets.UTF_8);
        String base = "/h/" + house.slug();
        return new TourView(
                base,
                tour.name(),
                names.stream()
                        .map(name -> new TourView.Name(GrantViews.tour(house, name), name, name.equals(tour.name())))
                        .toList(),
                told(tour.sums()),
                map(tour.stops()),
                new TourChart(language).of(tour.stops(), base + "/tour/curves.csv" + query),
                tour.stops().stream().map(this::row).toList(),
                base + "/tour/stops.csv" + query,
                base + "/tour" + query + "&audience=true#audience",
                audience == null ? null : new AudienceOfTour(language).view(audience));
    }

    private String told(Sums sums) {
        if (sums.stops() == 0) {
            return language.count("tour_none_yes", sums.asked());
        }
        List<String> parts = new ArrayList<>();
        parts.add(language.say("tour_told", formats.number(sums.stops()), formats.number(sums.asked())));
        if (sums.ticketStops() > 0) {
            parts.add(language.count("tour_sum_tickets", sums.ticketStops(), formats.number(sums.tickets())));
        }
        Double occupancy = sums.occupancy();
        if (occupancy != null) {
            parts.add(language.count("tour_sum_seats", sums.seatStops(), formats.wholePercent(occupancy)));
        }
        sums.amounts()
                .forEach(one -> parts.add(
                        language.count("tour_sum_amount", one.stops(), formats.money(one.minor(), one.currency()))));
        return String.join(language.say("tour_semicolon"), parts) + ".";
    }

    private @Nullable DiscMap map(List<Stop> stops) {
        List<DiscMap.Spot> spots = new ArrayList<>();
        for (Stop stop : stops) {
            ShowSheet sheet = stop.sheet();
            GeoPoint where = sheet == null ? null : sheet.where();
            if (sheet != null && where != null) {
                Long tickets = sheet.tickets();
                String town = sheet.town() == null ? stop.grant().giver().name() : sheet.town();
                String sold = tickets == null ? language.say("tour_not_told") : language.count("sold", tickets);
                spots.add(new DiscMap.Spot(
                        where,
                        tickets == null ? 1 : Math.max(1, tickets),
                        town,
                        language.say("tour_map_reading", stop.grant().giver().name(), town, sold),
                        null));
            }
        }
        return DiscMap.of(language, spots, SMALLEST_RADIUS);
    }

    private TourView.Row row(Stop stop) {
        ShowSheet sheet = stop.sheet();
        return sheet == null ? silent(stop) : speaking(stop, sheet);
    }

    private TourView.Row silent(Stop stop) {
        String why = stop.withheld() == null ? "" : language.sayOr("", withheld(stop.withheld()));
        return new TourView.Row(
                stop.grant().giver().name(),
                "",
                GrantViews.state(language, stop.grant().state()),
                GrantViews.tone(stop.grant().state()),
                stop.away() == null ? why : away(stop.away()),
                "",
                "",
                "",
                null,
                "",
                "",
                "");
    }

    private static String withheld(String code) {
        return "tour_withheld_" + Labels.underscored(code);
    }

    private String away(Away away) {
        Instant last = away.answeredAt();
        return last == null
                ? language.say("tour_away_never")
                : language.say("tour_away", formats.moment(last, house.zone()));
    }

    private TourView.Row speaking(Stop stop, ShowSheet sheet) {
        Double occupancy = sheet.occupancy();
        Long seats = sheet.seats();
        Long tickets = sheet.tickets();
        Long amount = sheet.amount();
        Lead lead = sheet.lead();
        String known = language.say("tour_as_of", formats.day(sheet.asOf()));
        String simulated = sheet.simulated() ? " " + language.say("simulated") : "";
        return new TourView.Row(
                stop.grant().giver().name(),
                place(stop, sheet),
                GrantViews.state(language, stop.grant().state()),
                GrantViews.tone(stop.grant().state()),
                (stop.away() == null ? known : away(stop.away()) + " " + known) + simulated,
                dates(sheet.first(), sheet.last(), sheet.dates().size()),
                tickets == null ? language.say("tour_not_told") : formats.number(tickets),
                occupancy == null || seats == null
                        ? language.say("tour_not_told")
                        : language.say("tour_seats_of", formats.wholePercent(occupancy), formats.number(seats)),
                occupancy == null ? null : Bars.width(Math.min(1, occupancy), 1),
                amount == null ? language.say("tour_not_told") : formats.money(amount, sheet.currency()),
                lead == null
                        ? language.say("tour_not_told")
                        : language.say("tour_lead_days", language.count("days", lead.median())),
                people(sheet));
    }

    /** Without what the name of the house says already. */
    private static String place(Stop stop, ShowSheet sheet) {
        return java.util.stream.Stream.of(sheet.venue(), sheet.town())
                .filter(text -> text != null
                        && !text.isBlank()
                        && !text.equals(stop.grant().giver().name()))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private String dates(LocalDate first, LocalDate last, int dates) {
        String span = first.equals(last) ? formats.day(first) : formats.day(first) + " – " + formats.day(last);
        return span + (dates > 1 ? " (" + formats.number(dates) + ")" : "");
    }

    private String people(ShowSheet sheet) {
        People people = sheet.people();
        if (people == null) {
            String why = sheet.peopleWithheld();
            return why == null
                    ? language.say("tour_not_told")
                    : language.sayOr(language.say("tour_not_told"), withheld(why));
        }
        List<String> parts = new ArrayList<>();
        parts.add(language.say("tour_people_about", formats.number(people.about())));
        Double first = people.firstTimers();
        if (first != null) {
            String share = formats.wholePercent(first);
            parts.add(
                    people.years() >= 3
                            ? language.say("tour_people_first", share)
                            : language.say("tour_people_first_years", share, people.years()));
        }
        if (!people.bands().isEmpty()) {
            parts.add(language.say(
                    "tour_people_bands",
                    people.bands().stream()
                            .map(band -> language.say("part_" + Labels.underscored(band.key())) + " "
                                    + formats.wholePercent(band.share()))
                            .collect(Collectors.joining(", "))));
        }
        parts.add(language.say("tour_as_of", formats.day(people.day())));
        return String.join(" · ", parts);
    }
}
