package org.foyer.hub.intake.internal.loading;

import java.sql.SQLException;
import org.foyer.hub.intake.internal.recipe.Field;

/** Buyers, apart from the facts; facts carry only the key. */
final class People {

    /** 2^64: unsigned keys above 2^63 become negative. */
    private static final String WRAP = "18446744073709551616";

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
        long made = make(house);
        sql.run("create or replace temp table person_of as select hash(buyer_ref) as h, person from personal.person"
                + " where house = " + house + " and hash(buyer_ref) in (select person_h from stage)");
        if (contacts.take(stage, file) + made > 0) {
            recount(sql, house);
        }
        return made;
    }

    private long make(int house) throws SQLException {
        Parse parse = stage.parse();
        return sql.change(
                """
                insert into personal.person
                select %1$d, case when key > 9223372036854775807 then cast(key - %2$s as bigint) else cast(key as bigint) end,
                  buyer, last_name, first_name, email, phone, street, postcode, city, country, birth_year, %3$d, line
                from (
                  select cast(md5_number_lower(? || p.buyer) as hugeint) as key, p.buyer, p.line, %4$s as last_name,
                    %5$s as first_name, lower(%6$s) as email, %7$s as phone, %8$s as street, %9$s as postcode,
                    %10$s as city, %11$s as country, %12$s as birth_year
                  from %13$s p
                  where p.buyer is not null)
                order by line
                """.formatted(
                                house,
                                WRAP,
                                loading.run(),
                                parse.text(Field.LAST_NAME),
                                parse.text(Field.FIRST_NAME),
                                parse.text(Field.EMAIL),
                                parse.text(Field.PHONE),
                                parse.text(Field.BUYER_STREET),
                                parse.text(Field.BUYER_POSTCODE),
                                parse.text(Field.BUYER_CITY),
                                parse.text(Field.BUYER_COUNTRY),
                                birthYear(parse),
                                stage.namingNewBuyers()),
                loading.salt());
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
                select %1$d, count(*), count(email), count(postcode), count(birth_year),
                  coalesce((select sum(n) from (select count(*) as n from personal.person
                    where house = %1$d and email is not null group by email having count(*) > 1)), 0)
                from personal.person where house = %1$d having count(*) > 0
                """.formatted(house));
    }
}
