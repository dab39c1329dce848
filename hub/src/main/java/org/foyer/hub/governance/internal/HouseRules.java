package org.foyer.hub.governance.internal;

import java.security.SecureRandom;
import java.util.List;
import org.foyer.hub.governance.Gate.Question;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.model.Season;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What protects a house among houses, for the other sides of the gate: the rules of groups, who takes part, and the secret amount. */
public final class HouseRules {

    public static final String TOO_FEW = CellRules.TOO_FEW;

    /** Houses in a figure at least. */
    public static final int HOUSES_MIN = CellRules.HOUSES_MIN;

    private HouseRules() {}

    /** Why a group may not be shown, or null when it may. @param masses of its houses */
    public static @Nullable String refusal(List<Double> masses, int housesMin) {
        return CellRules.refusal(masses, housesMin);
    }

    /** Houses that take part, in order of their numbers. */
    public static List<HouseId> taking(Handle handle, String purpose, long now) {
        return Participations.all(handle, purpose, now);
    }

    /** Moves what houses give to one kind of figure of a season. */
    @FunctionalInterface
    public interface Moving {
        double moved(HouseId house, double value);
    }

    /** A house is moved by one amount, whatever is asked of it. @param kind for instance {@code study} */
    public static Moving moving(Handle handle, SecureRandom random, String kind, Season season) {
        Blur blur = BlurSecret.blur(handle, new Secrets(random));
        Question question = new Question(kind, 1, "tickets");
        return (house, value) -> blur.moved(value, house, question, season);
    }
}
