package org.foyer.hub.store;

/**
 * What productions revive, made from what is said of them (property {@code revival_of}): the same in every question, in whatever order files came,
 * so that it needs no table. A source means a production by its own reference, or by its title, which
 * tables know it by; a person by our number, alone, in brackets behind words, in the
 * number of a run or at the end of an address of ours. What is meant twice, what means nothing here and what means itself revives nothing: it stays the words that it is.
 */
public final class Revivals {

    /** Property of a production that says what it revives. */
    public static final String PROPERTY = "revival_of";

    /** What a person typed means a production by the number that this finds; numbers have seven figures and more. */
    public static final String NUMBER = "(?:^|/shows/|/id/run/|\\()([0-9]{7,18})(?:-[0-9]{1,4}-[0-9]{1,18})?\\)?$";

    /** Our number counts before a reference that a source gave to another, and that before a title, by which tables know a show. */
    private static final String MEANT = """
            select s.house, s.thing as production, o.goes_by as original, 0 as rank
            from revival_said s join any_production o on o.id = try_cast(nullif(regexp_extract(s.value, '$number', 1), '') as bigint)
            where s.source = 'typed-here'
            union
            select s.house, s.thing, o.goes_by, 1
            from revival_said s join any_production o on o.house = s.house and o.source_ref = s.value
            union
            select s.house, s.thing, o.goes_by, 1
            from revival_said s join further_reference f on f.house = s.house and f.kind = 'production' and f.ref = s.value
              and (f.source = s.source or s.source = 'typed-here')
            join any_production o on o.house = f.house and o.id = f.thing
            union
            select s.house, s.thing, o.goes_by, 2
            from revival_said s join any_production o on o.house = s.house and o.goes_by <> s.thing
              and lower(strip_accents(o.title)) = lower(strip_accents(s.value))
            """.replace("$number", NUMBER);

    private static final String WITH = """
            with revival_said as (
              select house, thing, value, source from description_now
              where kind = 'production' and property = '$property' and value is not null and $which),
            revival_meant as (select * from ($meant) qualify rank = min(rank) over (partition by house, production)),
            revival as (
              select house, production, min(original) as original from revival_meant
              group by house, production having count(distinct original) = 1 and min(original) <> production)
            """.replace("$property", PROPERTY).replace("$meant", MEANT);

    private Revivals() {}

    /**
     * The beginning of a question over {@code revival (house, production, original)}: each production that revives another, of whichever house,
     * once; both by what they go by now. More tables may follow behind a comma.
     */
    public static String with() {
        return WITH.replace("$which", "true");
    }

    /** The same of productions of houses from one number to another. */
    public static String with(int first, int last) {
        return WITH.replace("$which", "house between " + first + " and " + last);
    }
}
