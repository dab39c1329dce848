package org.foyer.hub.governance.internal;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.foyer.hub.governance.Newcomers;
import org.foyer.hub.governance.OverlapGate;
import org.foyer.hub.governance.OverlapGate.Figure;
import org.foyer.hub.governance.OverlapGate.Firsts;
import org.foyer.hub.governance.internal.OverlapPublications.Published;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.model.KeyedNoise;
import org.foyer.hub.model.Season;

/**
 * First-timers of a house whom the network had or had not seen before. What is counted first in a quarter stays until it ends, whoever joins or leaves: a figure
 * for each set of houses would be moved by as many amounts, whose mean gives the truth away.
 */
public final class NewcomerFigures {

    private static final int YEARS_FOR_FIRST = 3;
    private static final int STEP = 10;

    private NewcomerFigures() {}

    /** Whether they were counted already. */
    public static boolean isOut(Map<String, Published> known, HouseId house) {
        return known.containsKey("firsts:" + house);
    }

    /** Figures of all houses, to be kept. */
    public static Map<String, Published> of(List<Firsts> firsts, String period, byte[] secret) {
        Map<String, Published> made = new HashMap<>();
        for (Firsts one : firsts) {
            String of = ":" + one.house();
            byte[] label = (period + "|new" + of).getBytes(StandardCharsets.UTF_8);
            List<Integer> back = firsts.stream()
                    .filter(other -> !other.house().equals(one.house()) && other.years() > 0)
                    .map(Firsts::years)
                    .toList();
            int years = Math.min(
                    Math.min(YEARS_FOR_FIRST, one.years()),
                    back.stream().mapToInt(Integer::intValue).min().orElse(0));
            made.put("firsts" + of, exact(one.firstTimers()));
            made.put("new" + of, exact(stepped(one.newToNetwork() + KeyedNoise.of(secret, label))));
            made.put("firsts-apart" + of, exact(stepped(one.apart())));
            made.put("firsts-years" + of, exact(years));
            made.put("firsts-others" + of, exact(firsts.size() - 1L));
            made.put("firsts-back" + of, exact(back.size()));
        }
        return made;
    }

    private static Published exact(long number) {
        return new Published(number, null);
    }

    private static long stepped(long number) {
        return Math.floorDiv(number + STEP / 2, STEP) * STEP;
    }

    /** What a house is told: either part only if it is large enough, since the one is told with the other. */
    public static Newcomers told(Map<String, Published> known, House house, Season season) {
        String of = ":" + house.id();
        int years = (int) about(known, "firsts-years" + of);
        int others = (int) about(known, "firsts-others" + of);
        int back = (int) about(known, "firsts-back" + of);
        Figure small = new Figure(null, "overlap-small");
        if (years < 1) {
            return new Newcomers("history-too-short", season.label(), 0, small, small, 0, 0, others, back);
        }
        long firsts = about(known, "firsts" + of);
        long fresh = about(known, "new" + of);
        boolean told = fresh >= OverlapGate.LEAST && firsts - fresh >= OverlapGate.LEAST;
        return new Newcomers(
                null,
                season.label(),
                firsts,
                told ? new Figure(fresh, null) : small,
                told ? new Figure(firsts - fresh, null) : small,
                about(known, "firsts-apart" + of),
                years,
                others,
                back);
    }

    private static long about(Map<String, Published> known, String figure) {
        Published published = known.get(figure);
        return published == null || published.about() == null ? 0 : published.about();
    }
}
