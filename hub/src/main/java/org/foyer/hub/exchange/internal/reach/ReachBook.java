package org.foyer.hub.exchange.internal.reach;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import org.foyer.hub.exchange.NodeReach;
import org.foyer.hub.exchange.OverlapStopped;
import org.foyer.hub.governance.ReachPool;
import org.foyer.hub.governance.ReachTold;
import org.foyer.hub.governance.ReachTold.Figure;
import org.jspecify.annotations.Nullable;

/** What a pool tells, as JSON. What comes from another node is believed in no way but that it may be shown. */
final class ReachBook {

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);

    private static final long PEOPLE_MAX = 1_000_000_000L;
    private static final int NAME_CHARACTERS_MAX = 301;
    private static final int NUMBER_MAX = 1_000;

    private ReachBook() {}

    static String write(ReachTold told) {
        try {
            return JSON.writeValueAsString(told);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What this node keeps. */
    static ReachTold own(String json) {
        try {
            return JSON.readValue(json, ReachTold.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws OverlapStopped {@code overlap-message} when it is none of the period, or one that could not be */
    static ReachTold read(byte[] json, String period) {
        if (json.length > NodeReach.TOLD_BYTES_MAX) {
            throw new OverlapStopped("overlap-message");
        }
        try {
            ReachTold told = JSON.readValue(new String(json, StandardCharsets.UTF_8), ReachTold.class);
            if (told == null || !period.equals(told.period()) || !isWhole(told)) {
                throw new OverlapStopped("overlap-message");
            }
            return told;
        } catch (JsonProcessingException | NullPointerException unreadable) {
            throw new OverlapStopped("overlap-message");
        }
    }

    private static boolean isWhole(ReachTold told) {
        List<String> houses = told.houses();
        int count = houses.size();
        return told.number() >= 1
                && told.number() <= NUMBER_MAX
                && count >= ReachPool.HOUSES_MIN
                && count <= ReachPool.HOUSES_MAX
                && new HashSet<>(houses).size() == count
                && houses.stream().allMatch(ReachBook::isName)
                && isFigure(told.reach())
                && told.atLeast().size() < count
                && told.atLeast().stream().allMatch(one -> one.houses() >= 2 && one.houses() <= count)
                && told.atLeast().stream().allMatch(one -> isFigure(one.people()))
                && told.pairs().size() <= count * (count - 1) / 2
                && told.pairs().stream()
                        .allMatch(cell -> cell.one() >= 0
                                && cell.one() < cell.other()
                                && cell.other() < count
                                && isFigure(cell.shared()));
    }

    private static boolean isName(String name) {
        return name.indexOf('/') > 0
                && name.length() <= NAME_CHARACTERS_MAX
                && name.chars().noneMatch(Character::isISOControl);
    }

    private static boolean isFigure(Figure figure) {
        boolean told = isPeople(figure.about()) && isPeople(figure.within()) && figure.withheld() == null;
        boolean withheld =
                figure.about() == null && figure.within() == null && Figure.SMALL_CODE.equals(figure.withheld());
        return told || withheld;
    }

    private static boolean isPeople(@Nullable Long people) {
        return people != null && people >= 0 && people <= PEOPLE_MAX;
    }
}
