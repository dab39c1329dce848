package org.foyer.hub.insight.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.foyer.hub.insight.SegmentChoices;
import org.foyer.hub.insight.SegmentChoices.Production;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.model.Season;

/** Genres, productions and seasons that a house's buyers can have come to. */
final class SegmentOffers {

    private static final String GENRES =
            "select genre from production where house = ? and genre is not null group by genre order by genre limit "
                    + SegmentChoices.GENRES_MAX;

    private static final String PRODUCTIONS = """
            select p.id, p.title from production p
            join (select production, max(day) as last from performance where house = ? group by production) f on f.production = p.id
            where p.house = ? order by f.last desc, p.title, p.id limit\s""" + SegmentChoices.PRODUCTIONS_MAX;

    private static final String SPAN = "select min(day), max(day) from performance where house = ?";

    private SegmentOffers() {}

    static SegmentChoices read(Connection connection, HouseId house) throws SQLException {
        return new SegmentChoices(
                genres(connection, house), productions(connection, house), seasons(connection, house));
    }

    private static List<String> genres(Connection connection, HouseId house) throws SQLException {
        List<String> genres = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(GENRES)) {
            query.setShort(1, (short) house.value());
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    genres.add(row.getString(1));
                }
            }
        }
        return List.copyOf(genres);
    }

    private static List<Production> productions(Connection connection, HouseId house) throws SQLException {
        List<Production> productions = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(PRODUCTIONS)) {
            query.setShort(1, (short) house.value());
            query.setShort(2, (short) house.value());
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    productions.add(new Production(row.getLong(1), row.getString(2)));
                }
            }
        }
        return List.copyOf(productions);
    }

    private static List<String> seasons(Connection connection, HouseId house) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(SPAN)) {
            query.setShort(1, (short) house.value());
            try (ResultSet row = query.executeQuery()) {
                row.next();
                if (row.getDate(1) == null) {
                    return List.of();
                }
                LocalDate first = row.getDate(1).toLocalDate();
                List<String> seasons = new ArrayList<>();
                Season season = Season.of(row.getDate(2).toLocalDate());
                while (season.to().isAfter(first) && seasons.size() < SegmentChoices.SEASONS_MAX) {
                    seasons.add(season.label());
                    season = season.previous();
                }
                return List.copyOf(seasons);
            }
        }
    }
}
