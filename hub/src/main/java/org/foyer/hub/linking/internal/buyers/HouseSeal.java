package org.foyer.hub.linking.internal.buyers;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Base64;
import org.foyer.hub.model.HouseId;

/** What the key of a house does for what linking keeps of it: without the key nobody reads or makes it. */
final class HouseSeal {

    private static final String PURPOSE = "linking weights";

    private HouseSeal() {}

    /** Always the same for a house; at least 16 bytes. */
    static byte[] secret(Connection connection, HouseId house) throws SQLException {
        return ask(connection, "select house_secret(cast(? as integer), ?)", house, PURPOSE)
                .getBytes(StandardCharsets.US_ASCII);
    }

    static String seal(Connection connection, HouseId house, byte[] bytes) throws SQLException {
        String text = PURPOSE + '\t' + Base64.getEncoder().encodeToString(bytes);
        return ask(connection, "select house_seal(cast(? as integer), ?)", house, text);
    }

    /** @throws SQLException when it was sealed for something else, or with another key */
    static byte[] open(Connection connection, HouseId house, String sealed) throws SQLException {
        String text = ask(connection, "select house_open(cast(? as integer), ?)", house, sealed);
        if (!text.startsWith(PURPOSE + '\t')) {
            throw new SQLException("what is sealed of house " + house + " is of something else");
        }
        return Base64.getDecoder().decode(text.substring(PURPOSE.length() + 1));
    }

    private static String ask(Connection connection, String sql, HouseId house, String text) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setInt(1, house.value());
            query.setString(2, text);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }
}
