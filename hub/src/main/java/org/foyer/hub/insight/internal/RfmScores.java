package org.foyer.hub.insight.internal;

/**
 * Recency, frequency and money of each person, from 1 to 5 in two ways. By fifths of the house's people: one more than how many
 * fifths of them are strictly below, so that people with the same value have the same score, and where seven of ten bought once
 * these have 1 and nobody has 2 or 3. By thresholds that are the same in each house.
 *
 * <p>Recency is the day of the last purchase, frequency the performances for which tickets are held, money what was paid for them.
 */
final class RfmScores {

    private static final String SCORED = """
            , scored as materialized (
              select *,
                1 + (5 * (rank() over (order by last_bought) - 1)) // count(*) over () as r,
                1 + (5 * (rank() over (order by performances) - 1)) // count(*) over () as f,
                1 + (5 * (rank() over (order by spent) - 1)) // count(*) over () as m,
                case when last_bought > $2::date - interval 6 month then 5 when last_bought > $2::date - interval 12 month then 4
                  when last_bought > $2::date - interval 18 month then 3
                  when last_bought > $2::date - interval 36 month then 2 else 1 end as fixed_r,
                case when performances <= 3 then performances when performances <= 10 then 4 else 5 end as fixed_f,
                case when spent < 50 * %1$d then 1 when spent < 100 * %1$d then 2 when spent < 250 * %1$d then 3
                  when spent < 500 * %1$d then 4 else 5 end as fixed_m
              from people)
            """;

    private RfmScores() {}

    /** The table {@code scored}: people with {@code r}, {@code f} and {@code m}, and the same with {@code fixed_} before it. */
    static String scored(int minorUnits) {
        return SCORED.formatted(minorUnits);
    }
}
