package org.foyer.hub.governance.internal.grants;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.foyer.hub.governance.ShowGrant.State;
import org.foyer.hub.governance.ShowGrant.Step;
import org.foyer.hub.governance.ShowGrant.Terms;
import org.jspecify.annotations.Nullable;

/**
 * What may follow what. Where nothing stands, the step is not taken. To ask again never takes a grant away, and never widens it: the
 * terms are those of the last grant.
 *
 * <pre>
 *            ASK      GRANT    DECLINE   STOP     WITHDRAW
 * ASKED      asked    granted  declined  –        withdrawn
 * GRANTED    granted  granted  –         stopped  withdrawn
 * DECLINED   asked    granted  –         –        withdrawn
 * STOPPED    asked    granted  –         –        withdrawn
 * EXPIRED    asked    granted  –         –        withdrawn
 * WITHDRAWN  asked    –        –         –        –
 * </pre>
 */
final class GrantSteps {

    private static final Map<State, Map<Step, State>> TABLE = new EnumMap<>(State.class);

    static {
        row(State.ASKED, State.ASKED, State.GRANTED, State.DECLINED, null, State.WITHDRAWN);
        row(State.GRANTED, State.GRANTED, State.GRANTED, null, State.STOPPED, State.WITHDRAWN);
        row(State.DECLINED, State.ASKED, State.GRANTED, null, null, State.WITHDRAWN);
        row(State.STOPPED, State.ASKED, State.GRANTED, null, null, State.WITHDRAWN);
        row(State.EXPIRED, State.ASKED, State.GRANTED, null, null, State.WITHDRAWN);
        row(State.WITHDRAWN, State.ASKED, null, null, null, null);
    }

    private GrantSteps() {}

    private static void row(State from, @Nullable State... to) {
        Map<Step, State> steps = new EnumMap<>(Step.class);
        for (Step step : Step.values()) {
            State next = to[step.ordinal()];
            if (next != null) {
                steps.put(step, next);
            }
        }
        TABLE.put(from, steps);
    }

    /** Empty where the step is not taken. */
    static Optional<State> after(State state, Step step) {
        return Optional.ofNullable(TABLE.getOrDefault(state, Map.of()).get(step));
    }

    /** How what was kept stands on a day. */
    static State on(LocalDate day, State kept, LocalDate wantedUntil, @Nullable Terms terms) {
        boolean over = switch (kept) {
            case ASKED -> day.isAfter(wantedUntil);
            case GRANTED -> terms == null || day.isAfter(terms.until());
            default -> false;
        };
        return over ? State.EXPIRED : kept;
    }
}
