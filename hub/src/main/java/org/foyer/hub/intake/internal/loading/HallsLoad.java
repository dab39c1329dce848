package org.foyer.hub.intake.internal.loading;

import java.sql.Connection;
import java.sql.SQLException;
import org.foyer.hub.store.HallIds;

/** Takes the rows of a list of halls: a row for each hall, or for each of its configurations. Makes venues that nobody knew, and no show. */
final class HallsLoad implements Load {

    @Override
    public LoadCounts into(Connection transaction, Stage stage) throws SQLException {
        Sql sql = new Sql(transaction);
        int house = stage.house().value();
        Performances performances = new Performances(transaction, stage);
        performances.prepare();
        sql.run("create or replace temp table programme_row as select *, hash(line) as key from " + stage.table());
        sql.run("insert into given_performance (key, line, venue, street, postcode, city, region, country, venue_url)"
                + " select key, line, venue, street, postcode, city, region, country, venue_url from programme_row");
        performances.findOrMake();
        new ToldHalls(sql, house).keepListed(stage);
        long all = sql.number("select count(*) from programme_row");
        long taken = sql.number(
                "select count(distinct h.line) from hall_row h join description d on d.house = ? and d.run = ?"
                        + " and d.kind = 'hall' and d.thing = h.thing and " + HallIds.part("d.property", 1) + " = "
                        + HallIds.words("h.hall"),
                house,
                stage.run());
        return new LoadCounts(taken, all - taken, 0);
    }
}
