package org.foyer.hub.site.internal.api;

import java.util.List;
import org.foyer.hub.exchange.Tour;
import org.foyer.hub.exchange.Tour.Stop;
import org.foyer.hub.governance.ShowFigure;
import org.foyer.hub.governance.ShowGate.People;
import org.foyer.hub.governance.ShowGrant.Terms;
import org.foyer.hub.insight.ShowSheet;
import org.foyer.hub.insight.ShowSheet.Lead;
import org.foyer.hub.site.internal.server.CsvTable;
import org.jspecify.annotations.Nullable;

/** A tour as a table, one row for each house that was asked; for API, pages and command line alike. */
public final class TourTable {

    private TourTable() {}

    public static String of(Tour tour) {
        CsvTable table = new CsvTable(
                "house",
                "node",
                "show",
                "title",
                "venue",
                "town",
                "state",
                "granted",
                "until",
                "withheld",
                "answered_at",
                "as_of",
                "first",
                "last",
                "dates",
                "seats",
                "tickets",
                "occupancy",
                "amount_minor",
                "currency",
                "lead_median_days",
                "buyers_about",
                "first_timers",
                "people_as_of",
                "catchment",
                "simulated");
        tour.stops().forEach(stop -> row(table, stop));
        return table.toString();
    }

    private static void row(CsvTable table, Stop stop) {
        ShowSheet sheet = stop.sheet();
        Terms terms = stop.grant().terms();
        People people = sheet == null ? null : sheet.people();
        Lead lead = sheet == null ? null : sheet.lead();
        table.row(
                stop.grant().giver().slug(),
                stop.grant().node(),
                stop.grant().show(),
                stop.grant().title(),
                sheet == null ? null : sheet.venue(),
                sheet == null ? null : sheet.town(),
                stop.grant().state().key(),
                terms == null ? null : ShowFigure.text(terms.figures()),
                terms == null ? null : terms.until(),
                stop.withheld(),
                stop.away() == null ? null : stop.away().answeredAt(),
                sheet == null ? null : sheet.asOf(),
                sheet == null ? null : sheet.first(),
                sheet == null ? null : sheet.last(),
                sheet == null ? null : sheet.dates().size(),
                sheet == null ? null : sheet.seats(),
                sheet == null ? null : sheet.tickets(),
                sheet == null ? null : sheet.occupancy(),
                sheet == null ? null : sheet.amount(),
                sheet == null ? null : sheet.currency(),
                lead == null ? null : lead.median(),
                people == null ? null : people.about(),
                people == null ? null : people.firstTimers(),
                people == null ? null : people.day(),
                bands(people),
                sheet == null ? null : sheet.simulated());
    }

    private static @Nullable String bands(@Nullable People people) {
        return people == null || people.bands().isEmpty()
                ? null
                : String.join(
                        " ",
                        people.bands().stream()
                                .map(band -> band.key() + "=" + band.share())
                                .toList());
    }

    /** The curves, one row for each house and day on which something moved. */
    public static String curves(Tour tour) {
        CsvTable table = new CsvTable("house", "show", "days_before", "tickets", "seats");
        for (Stop stop : tour.stops()) {
            ShowSheet sheet = stop.sheet();
            for (ShowSheet.Point point : sheet == null ? List.<ShowSheet.Point>of() : sheet.curve()) {
                table.row(
                        stop.grant().giver().slug(),
                        stop.grant().show(),
                        point.daysBefore(),
                        point.tickets(),
                        sheet == null ? null : sheet.seats());
            }
        }
        return table.toString();
    }
}
