package org.foyer.hub.insight.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import org.foyer.hub.governance.SmallGroups;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.model.Season;

/**
 * Up to which day where buyers live is told. It stays put until at least {@value SmallGroups#PEOPLE_MIN} more have come: whoever takes what
 * was told on one day, or before an import, from what was told later is then left with the homes of that many people or with none.
 */
final class SettledDay {

    /** Days of sales of a season, at most. */
    private static final int DAYS_MAX = 4_000;

    private static final String NEW_BUYERS = """
            select day, count(*) from (
              select coalesce(o.one_person, s.person) as person, min(s.day) as day
              from sale_line s
              left join (select person, one_person from same_person where house = $1) o on o.person = s.person
              where s.house = $1 and s.person is not null and s.day <= $2 and s.operation = 'sale'
                and s.person not in (select person from uncounted_buyer where house = $1)
                and s.performance in (select id from performance where house = $1 and day between $3 and $4
                  and state not in ('cancelled', 'postponed'))
              group by 1)
            group by day order by day limit $5
            """;

    private SettledDay() {}

    /** The last such day until one asked for; empty while too few have come in the season. */
    static Optional<LocalDate> of(Connection connection, HouseId house, Season season, LocalDate asOf)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(NEW_BUYERS)) {
            query.setShort(1, (short) house.value());
            query.setObject(2, asOf);
            query.setObject(3, season.from());
            query.setObject(4, season.to());
            query.setInt(5, DAYS_MAX);
            LocalDate settled = null;
            long waiting = 0;
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    waiting += row.getLong(2);
                    if (waiting >= SmallGroups.PEOPLE_MIN) {
                        settled = row.getObject(1, LocalDate.class);
                        waiting = 0;
                    }
                }
            }
            return Optional.ofNullable(settled);
        }
    }
}
