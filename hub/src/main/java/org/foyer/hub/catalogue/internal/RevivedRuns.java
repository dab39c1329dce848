package org.foyer.hub.catalogue.internal;

import org.foyer.hub.store.Revivals;

/** What productions revive, as it is told of each of their runs and dates: by the first run of the other. */
final class RevivedRuns {

    /** Under which it stands among what is said of a performance: the id of that run. */
    static final String PROPERTY = "revived_run";

    /** The number of the other production, where it is of the same house. */
    static final String PRODUCTION = "revived_production";

    /** A version of another thing (DCMI Metadata Terms); schema.org has nothing for it that an event may say of an event. */
    static final String IS_VERSION_OF = "http://purl.org/dc/terms/isVersionOf";

    /** The title of the other production. */
    static final String TITLE = "revived_title";

    private RevivedRuns() {}

    /** A query of {@code production, run, own, title} (the other's number, null of another house, and title) of houses of a span. @param productions an expression of a list of their numbers, or a query of them */
    static String sql(HouseSpan span, String productions) {
        return Revivals.with(span.first(), span.last()) + """
                select v.production, arg_min(f.production || '-' || season_year(f.day) || '-' || coalesce(f.venue, 0),
                  {'day': f.day, 'venue': coalesce(f.venue, 0)}) as run,
                  case when any_value(f.house) = any_value(v.house) then any_value(v.original) end as own,
                  any_value(d.title) as title
                from revival v join shown_performance f on f.production = v.original
                join production d on d.house = f.house and d.id = f.production
                where v.production in (%s) group by v.production
                """.formatted(productions);
    }
}
