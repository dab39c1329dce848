package org.foyer.hub.intake.internal.loading;

import java.sql.SQLException;

/** Personal columns as the warehouse keeps them: in one piece, sealed with the key of the house. */
final class Sealed {

    private Sealed() {}

    /**
     * The columns of a person between its key and its run, from plain columns of the same names.
     *
     * @param reference column with the reference by which the file names the buyer
     */
    static String person(int house, String reference) {
        return """
                personal.sealed(%1$d, [%2$s, last_name, first_name, email, phone, street, postcode, city, country,
                  cast(birth_year as varchar)]) as sealed,
                personal.number_of(%1$d, 'e-mail', email) as email_key, personal.area_of(postcode) as area,
                upper(trim(country)) as area_country, birth_year is not null as with_birth_year,
                %3$s as contact_key""".formatted(house, reference, contactKey(house));
    }

    /**
     * One number for all that is said of a buyer, from plain columns of the same names; absent and empty are one. Where it
     * is the number of the known person, a file says nothing new, and nothing needs to be opened to know that.
     */
    static String contactKey(int house) {
        return "personal.number_of(" + house + ", 'contacts', cast(to_json([coalesce(last_name, ''),"
                + " coalesce(first_name, ''), coalesce(email, ''), coalesce(phone, ''), coalesce(street, ''),"
                + " coalesce(postcode, ''), coalesce(city, ''), coalesce(country, ''),"
                + " cast(coalesce(birth_year, 0) as varchar)]) as varchar))";
    }

    /** What a run said of a buyer. */
    static String statement(int house) {
        return "personal.sealed(" + house + ", [last_name, first_name, email, phone, case when address is not null then"
                + " cast(to_json(address) as varchar) end, cast(birth_year as varchar)])";
    }

    /**
     * Plain columns of the people of a house whose keys a query gives; nobody else's are opened. The view would open all
     * of them before the engine chooses.
     */
    static String openPeople(int house, String persons) {
        return """
                select person, b[1] as buyer_ref, b[2] as last_name, b[3] as first_name, b[4] as email, b[5] as phone,
                  b[6] as street, b[7] as postcode, b[8] as city, b[9] as country, cast(b[10] as smallint) as birth_year
                from (select person, personal.opened(%1$d, sealed) as b from personal.person
                  where house = %1$d and person in (%2$s))
                """.formatted(house, persons);
    }

    /** The same of what runs said of them. */
    static String openStatements(int house, String persons) {
        return """
                select person, run, file, said, b[1] as last_name, b[2] as first_name, b[3] as email, b[4] as phone,
                  from_json(b[5], '{"street": "VARCHAR", "postcode": "VARCHAR", "city": "VARCHAR", "country": "VARCHAR"}')
                    as address, cast(b[6] as smallint) as birth_year
                from (select person, run, file, said, personal.opened(%1$d, sealed) as b from personal.person_statement
                  where house = %1$d and person in (%2$s))
                """.formatted(house, persons);
    }

    /** The column of a person after all others, from plain columns of the same names. */
    static String commune() {
        return "personal.commune_of(postcode, city, country) as commune";
    }

    /** Gives people of a house the contacts in a table with plain columns of all of them. */
    static void write(Sql sql, int house, String table) throws SQLException {
        sql.run("update personal.person set sealed = r.sealed, email_key = r.email_key, area = r.area,"
                + " area_country = r.area_country, with_birth_year = r.with_birth_year, contact_key = r.contact_key,"
                + " commune = r.commune"
                + " from (select person as refreshed, " + person(house, "buyer_ref") + ", " + commune()
                + " from " + table
                + ") r where personal.person.house = " + house + " and personal.person.person = r.refreshed");
    }

    /** A row in quarantine. */
    static String row(int house, String value, String raw) {
        return "personal.sealed(" + house + ", [" + value + ", " + raw + "])";
    }
}
