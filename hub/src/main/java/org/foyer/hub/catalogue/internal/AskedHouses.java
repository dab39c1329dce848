package org.foyer.hub.catalogue.internal;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.foyer.hub.model.House;

/**
 * Houses as parameters of one question, in the order in which their rows are wanted.
 *
 * @param span within which all of them lie
 * @param numbers of each, at least one
 */
record AskedHouses(HouseSpan span, Object[] numbers) {

    static AskedHouses of(List<House> houses) {
        return new AskedHouses(
                HouseSpan.of(houses.stream().map(House::id).toList()),
                houses.stream().map(house -> house.id().value()).toArray());
    }

    /** The first, of which only what stands behind a key is wanted. */
    Object firstAsked() {
        return numbers[0];
    }

    Array array(Connection connection) throws SQLException {
        return connection.createArrayOf("INTEGER", numbers);
    }
}
