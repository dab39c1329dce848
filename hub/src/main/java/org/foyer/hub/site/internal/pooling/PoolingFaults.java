package org.foyer.hub.site.internal.pooling;

import java.util.ArrayList;
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
import org.foyer.hub.insight.Observatory;
import org.foyer.hub.site.internal.security.Refused;
import org.foyer.kit.Place;
import org.foyer.kit.Problem;
import org.jspecify.annotations.Nullable;

/** What page, API and command line ask of the dictionary, and how they tell what is wrong. */
public final class PoolingFaults {

    private PoolingFaults() {}

    /**
     * A definition that is neither in the dictionary nor a table of the observatory in that version, which the room of networks cannot know.
     *
     * @param dictionary as it stands today
     */
    public static Optional<Fault> unknownDefinition(List<Indicator> dictionary, Networks.Wish wish) {
        Matter matter = wish.matter();
        if (wish.kind() != Proposal.Kind.DEFINITION || matter == null) {
            return Optional.empty();
        }
        boolean known = adoptable(dictionary).stream()
                .anyMatch(one -> one.id().equals(matter.subject())
                        && Integer.toString(one.version()).equals(matter.value()));
        return known ? Optional.empty() : Optional.of(new Fault("matter.subject", "definition-unknown"));
    }

    /** Of what networks may adopt a version: the indicators, and after them the tables of the observatory as if they were some. */
    public static List<Indicator> adoptable(List<Indicator> dictionary) {
        List<Indicator> all = new ArrayList<>(dictionary);
        Observatory.shipped()
                .forEach(table -> all.add(new Indicator(
                        table.id(),
                        all.size() + 1,
                        table.version(),
                        table.measure(),
                        List.of(),
                        false,
                        table.name(),
                        table.note(),
                        table.note())));
        return List.copyOf(all);
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
