package org.foyer.hub.insight.internal.forecast;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.foyer.hub.insight.FileForecast.Bookings;
import org.foyer.hub.insight.FileForecast.OnSale;
import org.foyer.hub.insight.FinalSales.Verdict;
import org.foyer.hub.insight.ForecastCheck;
import org.foyer.hub.insight.ForecastFileRefused;
import org.foyer.hub.insight.internal.forecast.ForecastFile.Check;

/**
 * A file with one row for the net tickets of a day of a performance. Of a performance still on sale, the row with the fewest
 * days before tells today.
 */
final class BookingFile {

    private static final int DAYS_MAX = 3_650;

    private static final String TYPED = """
            create table typed as
            select line_of_file, performance_written, before_written, tickets_written, production_written, genre_written,
              price_written, capacity_written, starts_written, ended_written,
              try_cast(before_written as integer) as before, try_cast(tickets_written as integer) as tickets,
              try_cast(replace(price_written, ',', '.') as float) as price, try_cast(capacity_written as integer) as capacity,
              coalesce(try_cast(starts_written as timestamp)::date,
                try_strptime(starts_written, ['%%d/%%m/%%Y', '%%d/%%m/%%Y %%H:%%M', '%%d.%%m.%%Y'])::date) as starts,
              case when ended_written is null then true
                when lower(ended_written) in ('1', 'yes', 'true', 'oui', 'vrai', 'y', 'o') then true
                when lower(ended_written) in ('0', 'no', 'false', 'non', 'faux', 'n') then false end as ended
            from (select line_of_file, %s as performance_written, %s as before_written, %s as tickets_written,
              %s as production_written, %s as genre_written, %s as price_written, %s as capacity_written,
              %s as starts_written, %s as ended_written from given)
            """;

    private static final List<Check> CHECKS = List.of(
            new Check("performance", "forecast-performance-missing", "performance_written is null"),
            new Check("before", "forecast-days-unreadable", "before is null or before < 0 or before > " + DAYS_MAX),
            new Check("tickets", "forecast-tickets-unreadable", "tickets is null or abs(tickets) > 1000000"),
            new Check(
                    "price", "forecast-price-unreadable", "price_written is not null and (price is null or price < 0)"),
            new Check(
                    "capacity",
                    "forecast-capacity-unreadable",
                    "capacity_written is not null and (capacity is null or capacity not between 0 and 1000000)"),
            new Check("starts", "forecast-date-unreadable", "starts_written is not null and starts is null"),
            new Check("ended", "forecast-ended-unreadable", "ended is null"));

    private static final String SHOWS = """
            create table staged as
            select row_number() over (order by min(line_of_file)) - 1 as number, performance_written as performance,
              arg_min(coalesce(production_written, performance_written), line_of_file) as production,
              arg_min(genre_written, line_of_file) as genre, arg_min(price, line_of_file) as price,
              arg_min(capacity, line_of_file) as capacity, arg_min(starts, line_of_file) as starts, bool_and(ended) as ended,
              min(before) as now
            from typed group by performance_written;
            create table moved as
            select number, least(before, %d) as before, sum(tickets)::bigint as tickets
            from typed join staged on performance = performance_written group by all
            """.formatted(PlayedShows.HORIZON);

    /** One performance, as the file tells it. */
    private record Show(
            String performance,
            String production,
            int genre,
            float price,
            int seats,
            long night,
            boolean ended,
            int now) {}

    private final Map<String, Integer> genres = new HashMap<>();
    private final List<Show> shows = new ArrayList<>();
    private final PlayedShows played = new PlayedShows();
    private final Map<Integer, Optional<FinalForecast>> learnt = new HashMap<>();

    private BookingFile() {}

    static Bookings forecast(ForecastFile file) throws SQLException {
        BookingFile bookings = new BookingFile();
        bookings.read(file);
        List<int[]> curves = bookings.curves(file);
        for (int number = 0; number < curves.size(); number++) {
            bookings.play(bookings.shows.get(number), curves.get(number));
        }
        List<OnSale> onSale = new ArrayList<>();
        for (int number = 0; number < curves.size(); number++) {
            Show show = bookings.shows.get(number);
            if (!show.ended()) {
                onSale.add(bookings.onSale(show, curves.get(number)));
            }
        }
        return new Bookings(bookings.played.size(), bookings.played.productions(), bookings.checks(), onSale);
    }

    private void read(ForecastFile file) throws SQLException {
        ForecastColumns columns = file.columns();
        file.type(
                TYPED.formatted(
                        columns.sql("performance"),
                        columns.sql("before"),
                        columns.sql("tickets"),
                        columns.sql("production"),
                        columns.sql("genre"),
                        columns.sql("price"),
                        columns.sql("capacity"),
                        columns.sql("starts"),
                        columns.sql("ended")),
                CHECKS);
        file.run(SHOWS);
        file.each("select * from staged order by number", row -> shows.add(show(row)));
        if (shows.size() > PlayedShows.MOST) {
            throw ForecastFileRefused.whole("forecast-performances-too-many", Integer.toString(PlayedShows.MOST));
        }
    }

    private Show show(ResultSet row) throws SQLException {
        String genre = row.getString("genre");
        float price = row.getFloat("price");
        boolean priced = !row.wasNull();
        LocalDate starts = row.getObject("starts", LocalDate.class);
        return new Show(
                row.getString("performance"),
                row.getString("production"),
                genre == null ? -1 : genres.computeIfAbsent(genre, made -> genres.size()),
                priced ? price : Float.NaN,
                row.getInt("capacity"),
                starts == null ? PlayedShows.NIGHT_UNKNOWN : starts.toEpochDay(),
                row.getBoolean("ended"),
                row.getInt("now"));
    }

    private List<int[]> curves(ForecastFile file) throws SQLException {
        List<int[]> curves = new ArrayList<>();
        shows.forEach(show -> curves.add(new int[PlayedShows.HORIZON + 1]));
        file.each(
                "select * from moved",
                row -> curves.get(row.getInt("number"))[row.getInt("before")] += row.getInt("tickets"));
        for (int[] curve : curves) {
            for (int before = PlayedShows.HORIZON - 1; before >= 0; before--) {
                curve[before] += curve[before + 1];
            }
        }
        return curves;
    }

    private void play(Show show, int[] curve) {
        if (show.ended()) {
            float[] prices = new float[curve.length];
            Arrays.fill(prices, show.price());
            played.add(show.production(), show.genre(), show.night(), show.seats(), curve, prices);
        }
    }

    private List<ForecastCheck> checks() {
        return FinalForecast.CHECKED.stream()
                .flatMap(days -> FinalForecast.learnt(played, days, played.seated()).stream())
                .map(FinalForecast::check)
                .toList();
    }

    private OnSale onSale(Show show, int[] curve) {
        int now = show.now();
        long sold = curve[Math.min(now, PlayedShows.HORIZON)];
        if (now == 0 || now > PlayedShows.HORIZON) {
            return new OnSale(show.performance(), now, sold, now == 0 ? Verdict.PLAYED : Verdict.TOO_EARLY, null, null);
        }
        boolean bySeat = played.seated() && show.seats() > 0;
        FinalForecast forecast = learnt.computeIfAbsent(
                        bySeat ? now : -now, key -> FinalForecast.learnt(played, now, bySeat))
                .orElse(null);
        if (forecast == null) {
            return new OnSale(show.performance(), now, sold, Verdict.TOO_FEW_SHOWS, null, null);
        }
        ForecastCheck check = forecast.check();
        Asked asked = new Asked(show.genre(), show.night(), show.seats(), sold, show.price());
        return new OnSale(
                show.performance(),
                now,
                sold,
                check.better() ? Verdict.SHOWN : Verdict.NOT_BETTER,
                check.better() ? forecast.expected(asked) : null,
                check.meanError());
    }
}
