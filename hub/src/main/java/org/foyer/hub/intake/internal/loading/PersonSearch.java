package org.foyer.hub.intake.internal.loading;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.foyer.hub.intake.PersonRights.Asked;
import org.foyer.hub.intake.PersonRights.Buyer;
import org.foyer.hub.intake.PersonRights.Movement;
import org.jspecify.annotations.Nullable;

/** Looks for one buyer of a house, and for what is held of them. */
public final class PersonSearch {

    private static final int MOVEMENTS_MAX = 10_000;
    private static final int RUNS_MAX = 1_000;
    private static final String BUYER =
            "select person, buyer_ref, last_name, first_name, email, phone, street, postcode,"
                    + " city, country, birth_year, run from personal.buyer where house = ";

    private final Sql sql;
    private final int house;

    public PersonSearch(Connection connection, int house) {
        this.sql = new Sql(connection);
        this.house = house;
    }

    /** Buyers of whom all that is asked is true; names without regard to case and accents. */
    public List<Buyer> find(Asked asked, int limit) throws SQLException {
        StringBuilder query = new StringBuilder(BUYER).append(house);
        List<Object> values = new ArrayList<>();
        also(query, values, "buyer_ref = ?", asked.reference());
        also(
                query,
                values,
                "person in (select person from personal.person where house = " + house
                        + " and email_key = personal.number_of(" + house + ", 'e-mail', lower(?)))",
                asked.email());
        also(query, values, "strip_accents(lower(last_name)) = strip_accents(lower(?))", asked.lastName());
        also(query, values, "strip_accents(lower(first_name)) = strip_accents(lower(?))", asked.firstName());
        also(query, values, "postcode = ?", asked.postcode());
        return sql.list(PersonSearch::buyer, query + " order by person limit " + limit, values.toArray());
    }

    private static void also(StringBuilder query, List<Object> values, String condition, @Nullable String value) {
        if (value != null) {
            query.append(" and ").append(condition);
            values.add(value);
        }
    }

    public Optional<Buyer> byKey(long person) throws SQLException {
        return sql.list(PersonSearch::buyer, BUYER + house + " and person = ?", person).stream()
                .findFirst();
    }

    /**
     * Tickets bought and given back, oldest first.
     *
     * @param zone IANA name of the house's zone, in which moments are told
     */
    public List<Movement> movements(long person, String zone) throws SQLException {
        String label = "(select l.label from label l where l.house = %d and l.field = '%s' and l.id = s.%s)";
        return sql.list(
                PersonSearch::movement,
                "select strftime(timezone(" + CellSql.literal(zone)
                        + ", timezone('UTC', s.sold)), '%Y-%m-%dT%H:%M:%S'),"
                        + " s.operation, r.title, strftime(p.starts_local, '%Y-%m-%dT%H:%M'), s.amount, "
                        + label.formatted(house, "tariff", "tariff") + ", " + label.formatted(house, "zone", "zone")
                        + ", " + label.formatted(house, "channel", "channel") + ", s.order_ref, s.ticket, s.run"
                        + " from sale_line s join performance p on p.house = " + house
                        + " and p.id = s.performance join production r on r.house = " + house
                        + " and r.id = p.production where s.house = " + house
                        + " and s.person = ? order by s.sold, s.ticket, s.operation limit " + MOVEMENTS_MAX,
                person);
    }

    /** Runs that said something of a buyer. */
    public List<Integer> runs(long person) throws SQLException {
        return sql.list(
                row -> row.getInt(1),
                "select distinct run from (select run from personal.person where house = " + house
                        + " and person = ? union all select run from personal.person_statement where house = " + house
                        + " and person = ? union all select run from sale_line where house = " + house
                        + " and person = ?) where run in (select run from run_mark) order by run limit " + RUNS_MAX,
                person,
                person,
                person);
    }

    private static Buyer buyer(ResultSet row) throws SQLException {
        int birthYear = row.getInt(11);
        return new Buyer(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getString(10),
                birthYear == 0 ? null : birthYear,
                row.getInt(12));
    }

    private static Movement movement(ResultSet row) throws SQLException {
        return new Movement(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getLong(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getString(10),
                row.getInt(11));
    }
}
