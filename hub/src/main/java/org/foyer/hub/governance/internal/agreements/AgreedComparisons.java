package org.foyer.hub.governance.internal.agreements;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.foyer.hub.governance.Agreement;
import org.foyer.hub.governance.Agreement.Standing;
import org.foyer.hub.governance.Agreement.State;
import org.foyer.hub.governance.Agreements;
import org.foyer.hub.governance.Followed;
import org.foyer.hub.governance.Gate;
import org.foyer.hub.governance.internal.networks.Definitions;
import org.foyer.hub.model.HouseId;
import org.jdbi.v3.core.Handle;

/**
 * By which agreements houses of this node are compared with one another. A house in a network that adopted the purpose is compared by an
 * agreement of that network that it signed, with the houses that signed the same one, and by nothing else.
 *
 * <p>How many houses are behind a figure is for the plan of publication; how many buyers is known to each house of its own figure alone,
 * which must rest on as many by itself.
 *
 * @param bound houses about whom agreements decide
 * @param agreements of those networks, the oldest first: where two permit the same, the older one counts, so that a house is in one
 *     table only
 * @param definitions by network
 */
public record AgreedComparisons(
        Set<HouseId> bound, List<Agreement> agreements, Map<String, Definitions> definitions, LocalDate today) {

    private static final String ACTION = "compare";

    /** Data that answers to questions of surveys are, whichever the question is. */
    private static final String SURVEYS = "surveys";

    /**
     * What permits a comparison.
     *
     * @param housesMin fewest houses behind a figure
     * @param buyersMin what the figure of a house must rest on
     * @param network short name of the one within which it was made
     */
    public record By(int housesMin, int buyersMin, long agreement, int version, String network) {

        /** For the audit. */
        public String named() {
            return "agreement %d, version %d".formatted(agreement, version);
        }
    }

    public static AgreedComparisons read(Handle handle, LocalDate today) {
        Set<HouseId> bound = new HashSet<>(handle.createQuery("""
                        select distinct m.house from network_member m join network_decision d on d.network = m.network
                        where m.until is null and d.kind = 'purpose' and d.subject = :purpose
                        """)
                .bind("purpose", Gate.COMPARISON)
                .mapTo(Integer.class)
                .map(HouseId::new)
                .list());
        AgreementTables tables = new AgreementTables(handle);
        AgreementReading reading = new AgreementReading(tables, today);
        List<Agreement> agreements = new ArrayList<>();
        handle.createQuery("""
                        select a.id from agreement a
                        where a.template = :template and exists (select 1 from network_decision d
                          where d.network = a.network and d.kind = 'purpose' and d.subject = :template)
                        order by a.id limit :max
                        """)
                .bind("template", Gate.COMPARISON)
                .bind("max", Agreements.AGREEMENTS_MAX)
                .mapTo(Long.class)
                .list()
                .forEach(id -> tables.find(id).map(reading::whole).ifPresent(agreements::add));
        Map<String, Definitions> definitions = new HashMap<>();
        agreements.forEach(one ->
                definitions.computeIfAbsent(String.valueOf(one.network()), slug -> Definitions.binding(handle, slug)));
        return new AgreedComparisons(Set.copyOf(bound), List.copyOf(agreements), Map.copyOf(definitions), today);
    }

    public boolean isBound(HouseId house) {
        return bound.contains(house);
    }

    /**
     * The agreement in force that lets a bound house be counted and see what comes of it, of a network that adopted no other version of
     * the definition; empty when none does.
     */
    public Optional<By> by(HouseId house, Gate.Question question) {
        return lettingThrough(house, question)
                .filter(by -> !followed(by, question).refused())
                .findFirst();
    }

    private Stream<By> lettingThrough(HouseId house, Gate.Question question) {
        if (!isBound(house)) {
            return Stream.empty();
        }
        boolean survey = question.unit().equals(Gate.SHARE) || question.unit().equals(Gate.MEAN);
        String data = survey ? SURVEYS : question.indicator();
        return agreements.stream().flatMap(one -> by(one, house, data).stream());
    }

    /** What the network of the agreement adopted by which a bound house is told a figure, or would be; nothing when none lets it through. */
    public Followed followed(HouseId house, Gate.Question question) {
        return by(house, question)
                .or(() -> lettingThrough(house, question).findFirst())
                .map(by -> followed(by, question))
                .orElse(Followed.NONE);
    }

    private Followed followed(By by, Gate.Question question) {
        return definitions.getOrDefault(by.network(), Definitions.NONE).followed(question);
    }

    private Optional<By> by(Agreement agreement, HouseId house, String data) {
        Agreement.Version version = agreement.present();
        Optional<Agreement.Party> own = version.party(house).filter(party -> party.standing() == Standing.SIGNED);
        if (version.state() != State.IN_FORCE || own.isEmpty()) {
            return Optional.empty();
        }
        String iri = version.terms().iri(own.get().slug());
        Agreements.Use use = new Agreements.Use(
                ACTION,
                data,
                iri,
                iri,
                Gate.COMPARISON,
                today,
                Agreements.USES_MAX,
                Agreements.USES_MAX,
                version.uses());
        return PolicyDecider.decide(version.policy(), use).permitted()
                ? Optional.of(new By(
                        version.terms().housesMin(),
                        version.terms().buyersMin(),
                        agreement.id(),
                        version.version(),
                        String.valueOf(agreement.network())))
                : Optional.empty();
    }

    /** Counts that a house was counted by a version. */
    public static void used(Handle handle, By by, HouseId house, String actor, long now) {
        new AgreementTables(handle).used(by.agreement(), by.version(), house, Gate.COMPARISON, actor, now);
    }
}
