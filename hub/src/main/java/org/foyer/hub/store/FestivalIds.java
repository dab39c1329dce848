package org.foyer.hub.store;

/**
 * Identifiers of festivals and series, made from what is said of their performances: the same in every question and after every rebuild,
 * so that they need no table. A festival is that of a year, a series that of a season: the next edition is another thing. Spellings that
 * differ in case, accents, punctuation or the order of their words are one; the same name in two houses is two things.
 */
public final class FestivalIds {

    /** Properties of a performance by which it belongs to one, as a list for SQL. */
    public static final String KINDS = "'festival', 'series'";

    private FestivalIds() {}

    /**
     * The identifier as an expression, of 53 bits; null where one of the four is null.
     *
     * @param house expression of the number of the house
     * @param kind expression of {@code festival} or {@code series}
     * @param name expression of its name
     * @param day expression of a day on which a performance of it is played
     */
    public static String sql(String house, String kind, String name, String day) {
        return "cast(md5_number_lower(" + house + " || ':' || " + kind + " || ':' || case when " + kind
                + " = 'festival' then year(" + day + ") else season_year(" + day + ") end || ':' || name_number(" + name
                + ")) >> 11 as bigint)";
    }
}
