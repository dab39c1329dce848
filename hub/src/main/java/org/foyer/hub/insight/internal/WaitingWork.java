package org.foyer.hub.insight.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.foyer.hub.model.HouseId;

/**
 * Work that waits for a person.
 *
 * @param rows of the quarantine to mend
 * @param tariffs words to classify
 * @param channels words to classify
 */
record WaitingWork(long rows, long tariffs, long channels) {

    private static final String WAITING = """
            select (select sum(waiting) from quarantine_waiting where house = $1) as waiting,
              count(*) filter (where field = 'tariff') as tariffs, count(*) filter (where field = 'channel') as channels
            from label where house = $1 and kind is null
            """;

    static WaitingWork of(Connection connection, HouseId house) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(WAITING)) {
            query.setShort(1, (short) house.value());
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return new WaitingWork(row.getLong("waiting"), row.getLong("tariffs"), row.getLong("channels"));
            }
        }
    }
}
