package org.foyer.hub.intake.internal.loading;

import java.sql.SQLException;
import java.util.List;

/** Buyers of a house who objected to being counted in figures of people, as the warehouse holds them: keys alone. */
public final class FigureObjections {

    private final Sql sql;
    private final int house;

    public FigureObjections(Sql sql, int house) {
        this.sql = sql;
        this.house = house;
    }

    /**
     * Keeps these and no others.
     *
     * @param edition up to which change of the register they and the corrections are taken now
     */
    public void replaceAll(List<Long> persons, long edition) throws SQLException {
        sql.run("delete from figures_objection where house = " + house);
        sql.change(
                "insert into figures_objection select " + house + ", cast(unnest(?) as bigint)",
                sql.texts(persons.stream().map(String::valueOf).toList()));
        sql.run("delete from person_wish_taken where house = " + house);
        sql.change("insert into person_wish_taken values (" + house + ", ?)", edition);
    }

    /** Up to which change of the register the warehouse has what people said; 0 before the first. */
    public long edition() throws SQLException {
        return sql.number("select coalesce(max(edition), 0) from person_wish_taken where house = " + house);
    }
}
