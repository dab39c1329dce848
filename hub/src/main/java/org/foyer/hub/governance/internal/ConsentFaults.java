package org.foyer.hub.governance.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.foyer.hub.governance.ConsentChoices;
import org.foyer.hub.governance.ConsentChoices.Choice;
import org.foyer.hub.governance.Consents;
import org.foyer.hub.governance.Consents.Fault;
import org.foyer.hub.governance.Consents.Said;
import org.foyer.hub.governance.Consents.Wish;
import org.jspecify.annotations.Nullable;

/** What can be wrong with a wish before the register is asked. */
final class ConsentFaults {

    private static final String FRENCH = "fr";

    private ConsentFaults() {}

    /**
     * The wish as it is kept: each purpose and channel once, line ends alike, nothing around the wording; what is no consent has
     * neither wording nor end.
     */
    static Wish written(Wish wish) {
        boolean consent = wish.said() == Said.GIVEN;
        return new Wish(
                wish.said(),
                List.copyOf(new TreeSet<>(wish.purposes())),
                List.copyOf(new TreeSet<>(wish.channels())),
                wish.way(),
                consent ? text(wish.wording()) : null,
                wish.language() == null ? FRENCH : wish.language(),
                consent ? wish.until() : null);
    }

    private static @Nullable String text(@Nullable String given) {
        String text = given == null
                ? ""
                : given.replace("\r\n", "\n").replace('\r', '\n').strip();
        return text.isEmpty() ? null : text;
    }

    /** All of them at once. */
    static List<Fault> of(Wish wish, ConsentChoices choices, LocalDate today) {
        List<Fault> faults = new ArrayList<>();
        among(faults, "purposes", wish.purposes(), choices.purposes());
        among(faults, "channels", wish.channels(), choices.channels());
        among(faults, "way", List.of(wish.way()), choices.ways());
        if (wish.said() == Said.GIVEN) {
            wording(faults, wish);
            until(faults, wish.until(), today);
        }
        return faults;
    }

    private static void among(List<Fault> faults, String field, List<String> chosen, List<Choice> choices) {
        List<String> known = ConsentChoices.ids(choices);
        if (chosen.isEmpty() || !known.containsAll(chosen)) {
            faults.add(new Fault(field, "consent-choice", List.of(String.join(", ", known))));
        }
    }

    private static void wording(List<Fault> faults, Wish wish) {
        String text = wish.wording();
        if (text == null) {
            faults.add(new Fault("wording", "consent-wording-missing", List.of()));
        } else if (text.length() > Consents.WORDING_CHARACTERS_MAX
                || text.chars().anyMatch(sign -> Character.isISOControl(sign) && sign != '\n' && sign != '\t')) {
            faults.add(new Fault(
                    "wording", "consent-wording-text", List.of(Integer.toString(Consents.WORDING_CHARACTERS_MAX))));
        }
        if (wish.language() == null || !wish.language().matches("[a-z]{2}")) {
            faults.add(new Fault("language", "consent-language", List.of()));
        }
    }

    private static void until(List<Fault> faults, @Nullable LocalDate until, LocalDate today) {
        if (until != null && (until.isBefore(today) || until.isAfter(today.plusYears(Consents.YEARS_MAX)))) {
            faults.add(new Fault("until", "consent-until", List.of(Integer.toString(Consents.YEARS_MAX))));
        }
    }
}
