package org.foyer.hub.catalogue;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.foyer.hub.model.HouseId;
import org.jspecify.annotations.Nullable;

/**
 * How complete programmes are for those who look for a show. Each performance has 100 points to gain, by what its public asks first;
 * the score of a house, of several houses, of a show or of a source is the mean of its performances. Public in kind: it counts only
 * what anybody can read.
 */
public interface Quality {

    /** Points of each property, 100 in all; in the order in which they are told. */
    Map<String, Integer> POINTS = points();

    /** Characters from which a description tells more than the title. */
    int DESCRIPTION_MIN = 60;

    /** Shows that are told, those that would gain most first. */
    int SHOWS_MAX = 50;

    /** Houses over which may be asked at once: as many as a node can have. */
    int HOUSES_MAX = Short.MAX_VALUE;

    /** Dates of a source that are told one by one, those that would gain most first. */
    int DATES_MAX = 20_000;

    /**
     * The quality of a house's programme.
     *
     * @param performances how many were looked at
     * @param score from 0 to 100, the mean; 0 without performances
     * @param properties those that would gain most first
     * @param shows those that would gain most first, at most {@link #SHOWS_MAX}
     */
    record Report(long performances, double score, List<Property> properties, List<Show> shows) {}

    /**
     * One property over all performances.
     *
     * @param there performances that have it
     * @param gain points that the house's score would gain if all had it
     */
    record Property(String name, int points, long there, double gain) {}

    /**
     * One production with its performances.
     *
     * @param score mean of its performances, from 0 to 100
     * @param missing what at least one of them lacks, in the order of points
     * @param gain points that the house's score would gain if it lacked nothing
     */
    record Show(long production, String title, long performances, double score, List<String> missing, double gain) {}

    /**
     * One performance.
     *
     * @param production whose sheet tells it
     * @param score its points, from 0 to 100
     * @param missing what it lacks, that of most points first; the points of all of it are what it lacks to a hundred
     */
    record OfDate(long performance, long production, double score, List<Property> missing) {}

    /** Days of a house, both included. */
    record Days(HouseId house, LocalDate from, LocalDate to) {}

    /**
     * The quality of several houses' programmes.
     *
     * @param performances how many were looked at
     * @param score mean over the performances, whosever they are; 0 without performances
     * @param spread of the scores of the houses; null when none has a performance
     * @param properties those that would gain most first
     * @param houses those that have performances, those that would gain most first
     * @param sources those whose files tell of performances, those that would gain most first
     */
    record Overall(
            long performances,
            double score,
            @Nullable Spread spread,
            List<Property> properties,
            List<OfHouse> houses,
            List<OfSource> sources) {}

    /** Scores of houses, each house counted once. */
    record Spread(double lowest, double median, double highest) {}

    /**
     * One house among several.
     *
     * @param first the property that would gain most, null when nothing lacks
     * @param gain points that the score over all houses would gain if this one lacked nothing
     */
    record OfHouse(
            HouseId house,
            long performances,
            double score,
            @Nullable String first,
            double gain) {}

    /**
     * One source: a tool or family of files, by the name of its recipe. A performance of which two sources tell counts with both.
     *
     * @param houses how many houses it tells of
     * @param score mean over the performances that it tells of
     * @param first the property that would gain most, null when nothing lacks
     * @param gain points that the score over all houses would gain if its performances lacked nothing
     */
    record OfSource(
            String source,
            long houses,
            long performances,
            double score,
            @Nullable String first,
            double gain) {}

    /**
     * What lacks in the performances that one source tells of: nobody says it, so this source does not.
     *
     * @param performances how many it tells of
     * @param score their mean
     * @param properties those that would gain most first, with what the score of the source would gain
     * @param dates those that lack something, those that would gain most first, at most {@link #DATES_MAX}
     * @param more dates beyond these
     */
    record SourceReport(
            String source, long performances, double score, List<Property> properties, List<Lack> dates, long more) {}

    /**
     * A performance that lacks something.
     *
     * @param reference by which the source calls it, null when it gave none
     * @param starts on the clock of the hall; null when no hour is known
     * @param missing in the order of points
     * @param score its points
     * @param gain points that the score of the source would gain if it lacked nothing
     */
    record Lack(
            HouseId house,
            long performance,
            @Nullable String reference,
            String title,
            LocalDate day,
            @Nullable LocalDateTime starts,
            List<String> missing,
            double score,
            double gain) {}

    /** Looks at the performances of some days, both included; those set aside or cancelled do not count. */
    Report of(HouseId house, LocalDate from, LocalDate to);

    /** Looks at one performance, whenever it is; empty for one that is unknown, cancelled or set aside. */
    Optional<OfDate> of(HouseId house, long performance);

    /**
     * Looks at the performances of several houses.
     *
     * @param houses at most {@link #HOUSES_MAX}, each once; of no other house anything is told
     */
    Overall over(List<Days> houses);

    /**
     * Looks at the performances that a source tells of.
     *
     * @param source name of its recipe
     * @param houses as in {@link #over}
     */
    SourceReport of(String source, List<Days> houses);

    private static Map<String, Integer> points() {
        Map<String, Integer> points = new java.util.LinkedHashMap<>();
        points.put("description", 15);
        points.put("picture", 15);
        points.put("time", 10);
        points.put("venue", 10);
        points.put("people", 10);
        points.put("genre", 8);
        points.put("price_from", 6);
        points.put("duration", 6);
        points.put("age_from", 5);
        points.put("languages", 5);
        points.put("url", 5);
        points.put("accessibility", 5);
        return java.util.Collections.unmodifiableMap(points);
    }
}
