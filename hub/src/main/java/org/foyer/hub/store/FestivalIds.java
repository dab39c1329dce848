package org.foyer.hub.store;

/**
 * Identifiers of festivals and series, made from what is said of their performances: the same in every question and after every rebuild,
 * so that they need no table. A festival is that of a year, a series that of a season: the next edition is another thing. Spellings that
 * differ in case, accents, punctuation or the order of their words are one, and so are those that a person said to be one, in all years;
 * the same name in two houses is two things.
 */
public final class FestivalIds {

    /** Properties of a performance by which it belongs to one, as a list for SQL. */
    public static final String KINDS = "'festival', 'series'";

    private FestivalIds() {}

    /**
     * The number of the spelling by which a name goes: another one where a person said that both are one, else its own.
     *
     * @param house expression of the number of the house
     * @param kind expression of {@code festival} or {@code series}
     * @param name expression of its name
     */
    public static String known(String house, String kind, String name) {
        return "coalesce((select joined_name.known_as from goes_by joined_name where joined_name.house = " + house
                + " and joined_name.kind = " + kind + " and joined_name.thing = name_number(" + name
                + ")), name_number(" + name + "))";
    }

    /**
     * The identifier as an expression, of 53 bits; null where one of the four is null.
     *
     * @param house expression of the number of the house
     * @param kind expression of {@code festival} or {@code series}
     * @param name expression of its name
     * @param day expression of a day on which a performance of it is played
     */
    public static String sql(String house, String kind, String name, String day) {
        return of(house, kind, known(house, kind, name), day);
    }

    /** The identifier that a spelling has of its own, whatever it goes by; parameters as of {@link #sql}. */
    public static String spelt(String house, String kind, String name, String day) {
        return of(house, kind, "name_number(" + name + ")", day);
    }

    private static String of(String house, String kind, String number, String day) {
        return "cast(md5_number_lower(" + house + " || ':' || " + kind + " || ':' || case when " + kind
                + " = 'festival' then year(" + day + ") else season_year(" + day + ") end || ':' || " + number
                + ") >> 11 as bigint)";
    }
}
