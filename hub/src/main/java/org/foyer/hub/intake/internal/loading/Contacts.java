package org.foyer.hub.intake.internal.loading;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.foyer.hub.intake.internal.recipe.Field;

/**
 * Names, addresses and numbers of buyers whom the house knows: the person holds what was said last, by the date of the
 * buyer's latest movement in the file that said it, then by run.
 *
 * <p>What runs said is written down only once a buyer's contacts change, for every run that named the buyer until then;
 * so buyers who never change cost nothing, and any of the runs can be taken back.
 */
final class Contacts {

    private static final String ADDRESS = "address";

    /**
     * What may be said of a buyer.
     *
     * @param column of the statements
     * @param by fields that say it
     */
    private record Said(String column, List<Field> by) {

        boolean isIn(Parse parse) {
            return by.stream().anyMatch(parse::has);
        }
    }

    /** In the order of the columns. */
    private static final List<Said> SAID = List.of(
            new Said("last_name", List.of(Field.LAST_NAME)),
            new Said("first_name", List.of(Field.FIRST_NAME)),
            new Said("email", List.of(Field.EMAIL)),
            new Said("phone", List.of(Field.PHONE)),
            new Said(ADDRESS, List.of(Field.BUYER_STREET, Field.BUYER_POSTCODE, Field.BUYER_CITY, Field.BUYER_COUNTRY)),
            new Said("birth_year", List.of(Field.BIRTH_YEAR, Field.BIRTH_DATE)));

    private static final String KNOWN_ADDRESS =
            "{'street': p.street, 'postcode': p.postcode, 'city': p.city, 'country': p.country}";
    private static final List<String> ADDRESS_PARTS = List.of("street", "postcode", "city", "country");

    private final Sql sql;
    private final int house;
    private final int run;

    Contacts(Sql sql, int house, int run) {
        this.sql = sql;
        this.house = house;
        this.run = run;
    }

    /** Whether a file says more of its buyers than their key. */
    static boolean anyIn(Parse parse) {
        return SAID.stream().anyMatch(said -> said.isIn(parse));
    }

    /** Makes {@code changed_contact (line)} empty. */
    void prepare() throws SQLException {
        sql.run("create or replace temp table changed_contact (line bigint)");
    }

    /** Takes what a file says anew of known buyers. Returns how many of them have other contacts now. */
    long take(SaleStage stage, int file) throws SQLException {
        Parse parse = stage.parse();
        if (!anyIn(parse)) {
            return 0;
        }
        sql.run("insert into contact_column select " + house + ", " + run + ", unnest(["
                + SAID.stream()
                        .filter(said -> said.isIn(parse))
                        .map(said -> CellSql.literal(said.column()))
                        .collect(Collectors.joining(", "))
                + "])");
        if (findNews(stage) == 0) {
            return 0;
        }
        String told = "select person from person_news";
        agree(told);
        sql.run("insert into personal.person_statement select " + house + ", person, " + run + ", " + file + ", said, "
                + Sealed.statement(house) + " from person_news order by person");
        refresh(told);
        return sql.change("insert into changed_contact select n.line from person_news n"
                + " join known_buyer b on b.person = n.person join refreshed_buyer r on r.person = n.person"
                + " where b is distinct from r");
    }

    /** Makes {@code person_news}: what the file says of known buyers of whom it says something new. */
    private long findNews(SaleStage stage) throws SQLException {
        know("select n.person from (select person, " + Sealed.contactKey(house) + " as contact_key from named_buyer) n"
                + " join personal.person p on p.house = " + house + " and p.person = n.person"
                + " where p.contact_key <> n.contact_key");
        String newAddress = ADDRESS_PARTS.stream()
                .map(part -> "g." + part + " <> coalesce(p." + part + ", '')")
                .collect(Collectors.joining(" or "));
        return sql.change("""
                create or replace temp table person_news as
                select p.person, g.line, (select %1$s from stage where stage.line = g.line) as said,
                  g.last_name, g.first_name, g.email, g.phone,
                  case when %2$s then {'street': g.street, 'postcode': g.postcode, 'city': g.city, 'country': g.country}
                    when coalesce(g.street, g.postcode, g.city, g.country) is not null then %3$s end as address,
                  g.birth_year
                from named_buyer g join known_buyer p on p.person = g.person
                where g.last_name <> coalesce(p.last_name, '') or g.first_name <> coalesce(p.first_name, '')
                  or g.email <> coalesce(p.email, '') or g.phone <> coalesce(p.phone, '') or %2$s
                  or g.birth_year <> coalesce(p.birth_year, 0)
                """.formatted(stage.said(), newAddress, KNOWN_ADDRESS));
    }

    /** Makes {@code known_buyer}: what is known of some buyers, before anything changes. */
    private void know(String persons) throws SQLException {
        sql.run("create or replace temp table known_buyer as " + Sealed.openPeople(house, persons));
    }

    /**
     * Writes down that runs which named some buyers, and of which nothing is written down yet, agreed with what is known:
     * had they said something else, it would be written down.
     */
    private void agree(String persons) throws SQLException {
        String agreed = SAID.stream()
                .map(Said::column)
                .map(said -> "case when bool_or(c.field = '" + said + "') then any_value("
                        + (said.equals(ADDRESS)
                                ? "case when coalesce(p.street, p.postcode, p.city, p.country) is not null then "
                                        + KNOWN_ADDRESS + " end"
                                : "p." + said)
                        + ") end as " + said)
                .collect(Collectors.joining(",\n  "));
        sql.run("""
                insert into personal.person_statement
                select %1$d, person, run, 0, said, %5$s from (
                  select p.person, l.run, l.said, %2$s
                  from known_buyer p
                  join (
                    select person, run, max(said) as said from (
                      select person, run, sold as said from sale_line where house = %1$d and person in (%3$s)
                      union all
                      select person, run, timestamp '1900-01-01' from personal.person
                      where house = %1$d and person in (%3$s))
                    where run = %4$d or run in (select run from run_mark)
                    group by person, run) l on l.person = p.person
                  join contact_column c on c.house = %1$d and c.run = l.run
                  where (l.person, l.run) not in (
                    select (person, run) from personal.person_statement where house = %1$d)
                  group by p.person, l.run, l.said)
                order by person, run
                """.formatted(house, agreed, persons, run, Sealed.statement(house)));
    }

    /** Before a run is taken back: makes {@code person_back} of those of whom it said something. Returns how many. */
    long beforeTakeBack() throws SQLException {
        long told = sql.change("create or replace temp table person_back as select distinct person"
                + " from personal.person_statement where house = " + house + " and run = " + run);
        if (told > 0) {
            know("select person from person_back");
            agree("select person from person_back");
        }
        return told;
    }

    /**
     * Gives buyers what was said of them last. Needs {@code known_buyer} with them and makes {@code refreshed_buyer}.
     *
     * @param persons query that gives their keys; fixed text of this package
     */
    void refresh(String persons) throws SQLException {
        String last = SAID.stream()
                .map(said -> "arg_max(" + said.column() + ", place) as " + said.column())
                .collect(Collectors.joining(", "));
        sql.run("create or replace temp table refreshed_buyer as "
                + Corrections.over(house, """
                select k.person, k.buyer_ref, s.last_name, s.first_name, s.email, s.phone, s.address.street as street,
                  s.address.postcode as postcode, s.address.city as city, s.address.country as country, s.birth_year
                from (
                  select person, %1$s
                  from (select *, row_number() over (partition by person order by said, run, file) as place from (%2$s))
                  group by person) s
                join known_buyer k on k.person = s.person
                """.formatted(last, Sealed.openStatements(house, persons))));
        Sealed.write(sql, house, "refreshed_buyer");
    }
}
