package org.foyer.hub.insight.internal.forecast;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.foyer.hub.insight.FileForecast.Weeks;
import org.foyer.hub.insight.ForecastFileRefused;
import org.foyer.hub.insight.internal.forecast.ForecastFile.Check;

/**
 * A file with one row a week, or one a day, which are added up from Monday to Sunday; a last week that a daily file breaks
 * off is left away.
 */
final class WeekFile {

    private static final int WEEKS_MAX = 1_040;

    private static final String TYPED = """
            create table typed as
            select line_of_file, week_written, tickets_written, try_cast(replace(tickets_written, ',', '.') as double) as tickets,
              coalesce(try_cast(week_written as timestamp)::date, try_strptime(week_written, ['%%d/%%m/%%Y', '%%d.%%m.%%Y'])::date,
                try_strptime(week_written || '-1', '%%G-W%%V-%%u')::date) as day
            from (select line_of_file, %s as week_written, %s as tickets_written from given)
            """;

    private static final List<Check> CHECKS = List.of(
            new Check("week", "forecast-date-unreadable", "day is null"),
            new Check(
                    "tickets",
                    "forecast-tickets-unreadable",
                    "tickets is null or not isfinite(tickets) or abs(tickets) > 1000000000"));

    private static final String WEEKS = """
            with week as (select date_trunc('week', day)::date as monday, sum(tickets) as tickets,
                count(distinct day) as days, max(day) as last_day
              from typed group by monday),
            daily as (select max(days) > 1 as daily, max(last_day) as until from week)
            select monday, tickets from week, daily
            where not daily or monday + 6 <= until order by monday
            """;

    private WeekFile() {}

    static Weeks forecast(ForecastFile file, int ahead) throws SQLException {
        file.type(TYPED.formatted(file.columns().sql("week"), file.columns().sql("tickets")), CHECKS);
        List<LocalDate> mondays = new ArrayList<>();
        List<Double> sold = new ArrayList<>();
        file.each(WEEKS, row -> {
            mondays.add(row.getObject(1, LocalDate.class));
            sold.add(Math.max(0, row.getDouble(2)));
        });
        if (mondays.isEmpty()) {
            throw ForecastFileRefused.whole("forecast-file-empty");
        }
        LocalDate first = mondays.get(0);
        long span = (mondays.get(mondays.size() - 1).toEpochDay() - first.toEpochDay()) / 7 + 1;
        if (span > WEEKS_MAX) {
            throw ForecastFileRefused.whole("forecast-weeks-too-many", Integer.toString(WEEKS_MAX));
        }
        double[] tickets = new double[(int) span];
        for (int row = 0; row < mondays.size(); row++) {
            tickets[(int) ((mondays.get(row).toEpochDay() - first.toEpochDay()) / 7)] = sold.get(row);
        }
        return WeekForecasting.of(first, tickets, ahead);
    }
}
