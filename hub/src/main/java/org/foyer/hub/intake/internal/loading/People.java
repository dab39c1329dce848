package org.foyer.hub.intake.internal.loading;

import java.sql.SQLException;
import org.foyer.hub.intake.internal.recipe.Field;

/** Buyers, apart from the facts; facts carry only the key. */
final class People {

    private final Sql sql;
    private final SaleStage stage;
    private final Loading loading;

    People(Sql sql, SaleStage stage, Loading loading) {
        this.sql = sql;
        this.stage = stage;
        this.loading = loading;
    }

    /**
     * Makes new buyers, brings known ones up to date, fills {@code person_of (h, person)} and {@code
     * changed_contact (line)}. Returns how many are new.
     */
    long findOrMake(int file) throws SQLException {
        int house = loading.houseNumber();
        Contacts contacts = new Contacts(sql, house, loading.run());
        contacts.prepare();
        if (!stage.namesBuyers()) {
            sql.run("create or replace temp table person_of (h ubigint, person bigint)");
            return 0;
        }
        name(house);
        sql.run("create or replace temp table person_of as select hash(buyer) as h, person from named_buyer");
        long changed = contacts.take(stage, file);
        long made = make(house);
        if (made > 0) {
            Corrections.apply(sql, house); // one of them may be back after an undo
        }
        if (changed + made > 0) {
            recount(sql, house);
        }
        return made;
    }

    /**
     * Makes {@code named_buyer}: each buyer of the file once, with what its latest row says and with the key by which the
     * house knows a person. Only with the key of the house can anyone tell which reference has which.
     */
    private void name(int house) throws SQLException {
        Parse parse = stage.parse();
        sql.change(
                """
                create or replace temp table named_buyer as
                select personal.number_of(%1$d, 'person ' || ?, p.buyer) as person, p.line, p.buyer, %2$s as last_name,
                  %3$s as first_name, lower(%4$s) as email, %5$s as phone, %6$s as street, %7$s as postcode, %8$s as city,
                  %9$s as country, %10$s as birth_year
                from %11$s p where p.buyer is not null
                """.formatted(
                                house,
                                parse.text(Field.LAST_NAME),
                                parse.text(Field.FIRST_NAME),
                                parse.text(Field.EMAIL),
                                parse.text(Field.PHONE),
                                parse.text(Field.BUYER_STREET),
                                parse.text(Field.BUYER_POSTCODE),
                                parse.text(Field.BUYER_CITY),
                                parse.text(Field.BUYER_COUNTRY),
                                birthYear(parse),
                                stage.namingBuyers()),
                loading.salt());
    }

    private long make(int house) throws SQLException {
        return sql.change("insert into personal.person select " + house + ", person, " + Sealed.person(house, "buyer")
                + ", " + loading.run() + ", line, " + Sealed.commune() + " from named_buyer where person not in"
                + " (select person from personal.person where house = " + house + ") order by line");
    }

    static String birthYear(Parse parse) {
        String year = parse.has(Field.BIRTH_YEAR)
                ? "v_birth_year"
                : parse.has(Field.BIRTH_DATE) ? "year(v_birth_date)" : "cast(null as bigint)";
        return "case when " + year + " between 1880 and 2100 then cast(" + year + " as smallint) end";
    }

    /** Counts how complete the contacts of a house are, so that figures need no personal column. */
    static void recount(Sql sql, int house) throws SQLException {
        sql.run("delete from contact_quality where house = " + house);
        sql.run("""
                insert into contact_quality
                select %1$d, count(*), count(email_key), count(area), count(*) filter (with_birth_year),
                  coalesce((select sum(n) from (select count(*) as n from personal.person
                    where house = %1$d and email_key is not null group by email_key having count(*) > 1)), 0)
                from personal.person where house = %1$d having count(*) > 0
                """.formatted(house));
    }
}
