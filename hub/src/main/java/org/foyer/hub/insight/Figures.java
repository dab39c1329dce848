package org.foyer.hub.insight;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.model.Season;

/** The figures of one house. */
public interface Figures {

    /** What each figure means, in the order of the field's list. */
    List<Indicator> dictionary();

    /** Seasons with performances, newest first. */
    List<Season> seasons(HouseId house);

    /** All figures of a season as known on a day. */
    FigureSheet season(HouseId house, Season season, LocalDate asOf);

    /**
     * Some figures of a season as known on a day, which costs less reading than all.
     *
     * @param indicators ids in the dictionary
     */
    FigureSheet season(HouseId house, Season season, LocalDate asOf, Set<String> indicators);

    /** All figures of one performance as known on a day. */
    Optional<FigureSheet> performance(HouseId house, long performance, LocalDate asOf);

    /** The performances of a season in order of day, at most {@code limit}. */
    List<PerformanceLine> performances(HouseId house, Season season, LocalDate asOf, int offset, int limit);

    /** The performances from a day on, that day's included, soonest first, at most {@code limit}, as sold by then. */
    List<PerformanceLine> upcoming(HouseId house, LocalDate from, int limit);

    Optional<PerformanceLine> performanceLine(HouseId house, long performance, LocalDate asOf);

    Optional<BookingCurve> bookingCurve(HouseId house, long performance, LocalDate asOf);

    /** What needs a person's eye, most urgent first, at most 20. */
    List<Attention> attention(HouseId house, LocalDate today);

    /** Sales by week of a season. */
    List<WeekPoint> weeks(HouseId house, Season season, LocalDate asOf);
}
