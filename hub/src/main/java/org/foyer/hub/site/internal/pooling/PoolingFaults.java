package org.foyer.hub.site.internal.pooling;

import java.util.List;
import java.util.Optional;
import org.foyer.hub.governance.AgreementTemplate.Data;
import org.foyer.hub.governance.Agreements;
import org.foyer.hub.governance.Networks;
import org.foyer.hub.governance.Networks.Fault;
import org.foyer.hub.governance.Proposal;
import org.foyer.hub.governance.Proposal.Matter;
import org.foyer.hub.governance.Purpose.Text;
import org.foyer.hub.insight.Indicator;
import org.foyer.hub.site.internal.security.Refused;
import org.foyer.kit.Place;
import org.foyer.kit.Problem;
import org.jspecify.annotations.Nullable;

/** What page, API and command line ask of the dictionary, and how they tell what is wrong. */
public final class PoolingFaults {

    private PoolingFaults() {}

    /**
     * A definition that is not in the dictionary in that version, which the room of networks cannot know.
     *
     * @param dictionary as it stands today
     */
    public static Optional<Fault> unknownDefinition(List<Indicator> dictionary, Networks.Wish wish) {
        Matter matter = wish.matter();
        if (wish.kind() != Proposal.Kind.DEFINITION || matter == null) {
            return Optional.empty();
        }
        boolean known = dictionary.stream()
                .anyMatch(one -> one.id().equals(matter.subject())
                        && Integer.toString(one.version()).equals(matter.value()));
        return known ? Optional.empty() : Optional.of(new Fault("matter.subject", "definition-unknown"));
    }

    /** Indicators that can be compared, as data of an agreement. */
    public static List<Data> indicators(List<Indicator> dictionary) {
        return dictionary.stream()
                .filter(Indicator::comparable)
                .map(one -> new Data(
                        one.id(),
                        new Text(
                                one.name().in("fr").toLowerCase(java.util.Locale.FRENCH),
                                one.name().in("en").toLowerCase(java.util.Locale.ENGLISH))))
                .toList();
    }

    /** @throws Refused 422 with everything that is wrong */
    public static Networks.Done orRefuse(Networks.Done done) {
        refuse(done.faults());
        return done;
    }

    /** @throws Refused 422 with everything that is wrong */
    public static Agreements.Done orRefuse(Agreements.Done done) {
        refuse(done.faults());
        return done;
    }

    /** @throws Refused 422 with everything that is wrong */
    public static void refuse(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw new Refused(
                    422,
                    "pooling-refused",
                    faults.stream().map(PoolingFaults::problem).toList());
        }
    }

    private static Problem problem(Fault fault) {
        return new Problem(
                fault.code(), Problem.Severity.STOPS_RUN, new Place("", 0, fault.field(), null), fault.arguments());
    }

    /** Nothing, or the text without blanks around it. */
    public static @Nullable String text(@Nullable String sent) {
        return sent == null || sent.isBlank() ? null : sent.strip();
    }
}
