package org.foyer.hub.catalogue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.foyer.hub.model.HouseId;

/**
 * How complete a house's programme is for those who look for a show. Each performance has 100 points to gain, by what its public asks
 * first; a house's score is the mean of its performances. Public in kind: it counts only what anybody can read.
 */
public interface Quality {

    /** Points of each property, 100 in all; in the order in which they are told. */
    Map<String, Integer> POINTS = points();

    /** Characters from which a description tells more than the title. */
    int DESCRIPTION_MIN = 60;

    /** Shows that are told, those that would gain most first. */
    int SHOWS_MAX = 50;

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

    /** Looks at the performances of some days, both included; those set aside or cancelled do not count. */
    Report of(HouseId house, LocalDate from, LocalDate to);

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
