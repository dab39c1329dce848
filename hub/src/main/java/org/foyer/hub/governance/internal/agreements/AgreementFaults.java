package org.foyer.hub.governance.internal.agreements;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.foyer.hub.governance.AgreementTemplate;
import org.foyer.hub.governance.AgreementTemplate.Data;
import org.foyer.hub.governance.AgreementTerms;
import org.foyer.hub.governance.AgreementTerms.Party;
import org.foyer.hub.governance.Agreements;
import org.foyer.hub.governance.Agreements.Wish;
import org.foyer.hub.governance.Network;
import org.foyer.hub.governance.Network.Threshold;
import org.foyer.hub.governance.NetworkAbroad;
import org.foyer.hub.governance.Networks.Fault;
import org.foyer.hub.governance.Proposal.Kind;
import org.foyer.hub.model.House;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Reads a wish into terms and tells everything that is wrong with it.
 *
 * @param network within which it is made; null between houses alone
 */
record AgreementFaults(
        Handle handle,
        House house,
        AgreementTemplate template,
        @Nullable Network network,
        List<Data> indicators,
        LocalDate today,
        List<Fault> faults) {

    Optional<AgreementTerms> terms(Wish wish, String base) {
        String title = title(wish.title());
        List<Party> parties = parties(wish.parties());
        List<Party> recipients = recipients(wish.recipients(), parties);
        List<Data> data = data(wish.data());
        LocalDate from = wish.from() == null ? today : wish.from();
        LocalDate until = wish.until();
        if (until == null
                || until.isBefore(from)
                || until.isBefore(today)
                || until.isAfter(today.plusYears(Agreements.YEARS_MAX))
                || from.isAfter(today.plusYears(Agreements.YEARS_MAX))) {
            faults.add(new Fault("until", "agreement-days", Integer.toString(Agreements.YEARS_MAX)));
        }
        int houses = least("houses", wish.houses(), Threshold.HOUSES, template.grouped());
        int buyers = least("buyers", wish.buyers(), Threshold.BUYERS, true);
        Integer uses = wish.uses();
        if (uses != null && (uses < 1 || uses > Agreements.USES_MAX)) {
            faults.add(new Fault("uses", "agreement-uses", Integer.toString(Agreements.USES_MAX)));
        }
        if (network != null
                && network.decision(Kind.PURPOSE, template.purpose()).isEmpty()) {
            faults.add(new Fault("template", "agreement-purpose", template.purpose()));
        }
        if (base.isBlank()) {
            faults.add(new Fault("base", "agreement-address"));
        }
        if (!faults.isEmpty() || until == null) {
            return Optional.empty();
        }
        return Optional.of(new AgreementTerms(
                template.id(), title, base, parties, recipients, data, from, until, houses, buyers, uses));
    }

    private String title(@Nullable String wished) {
        String title = wished == null ? "" : wished.strip();
        if (title.isEmpty()
                || title.length() > Agreements.TITLE_CHARACTERS_MAX
                || title.chars().anyMatch(Character::isISOControl)) {
            faults.add(new Fault("title", "network-text", Integer.toString(Agreements.TITLE_CHARACTERS_MAX)));
        }
        return title;
    }

    private List<Party> parties(@Nullable List<String> wished) {
        Set<String> slugs = new LinkedHashSet<>();
        slugs.add(house.slug());
        if (wished != null) {
            wished.stream()
                    .limit(Agreements.PARTIES_MAX + 1L)
                    .map(String::strip)
                    .forEach(slugs::add);
        }
        List<Party> parties = new ArrayList<>();
        for (String slug : slugs) {
            Optional<Party> found = party(slug);
            if (found.isEmpty()) {
                faults.add(new Fault("parties", "agreement-party", slug));
            }
            found.ifPresent(parties::add);
        }
        if (slugs.size() < 2 || slugs.size() > Agreements.PARTIES_MAX) {
            faults.add(new Fault("parties", "agreement-parties", Integer.toString(Agreements.PARTIES_MAX)));
        }
        return List.copyOf(parties);
    }

    /** Within a network its members; else any house of the node of the same kind, real or simulated. */
    private Optional<Party> party(String slug) {
        Network within = network;
        if (within != null) {
            return Stream.concat(
                            within.members().stream().map(member -> new Party(member.slug(), member.name())),
                            within.guests().stream()
                                    .filter(guest -> guest.state() == NetworkAbroad.State.MEMBER)
                                    .map(guest -> new Party(guest.slug(), guest.name(), guest.node(), guest.base())))
                    .filter(party -> party.key().equals(slug))
                    .findFirst();
        }
        return handle.createQuery("select slug, name from house where slug = :slug and simulated = :simulated")
                .bind("slug", slug)
                .bind("simulated", house.simulated() ? 1 : 0)
                .map((row, context) -> new Party(row.getString("slug"), row.getString("name")))
                .findOne();
    }

    private List<Party> recipients(@Nullable List<String> wished, List<Party> parties) {
        if (wished == null || wished.isEmpty()) {
            return parties;
        }
        Set<String> slugs =
                new LinkedHashSet<>(wished.stream().map(String::strip).toList());
        List<Party> found =
                parties.stream().filter(party -> slugs.contains(party.key())).toList();
        if (found.size() < slugs.size()) {
            faults.add(new Fault("recipients", "agreement-recipients"));
        }
        return found;
    }

    private List<Data> data(@Nullable List<String> wished) {
        Set<String> ids = wished == null ? Set.of() : new LinkedHashSet<>(wished);
        List<Data> known = new ArrayList<>(template.data());
        if (template.indicators()) {
            known.addAll(indicators);
        }
        List<Data> found = known.stream().filter(one -> ids.contains(one.id())).toList();
        if (ids.isEmpty() || found.size() < ids.size() || found.size() > Agreements.DATA_MAX) {
            faults.add(new Fault("data", "agreement-data", Integer.toString(Agreements.DATA_MAX)));
        }
        return found;
    }

    /**
     * @param floored whether the floor of Foyer holds here: of a show on tour, one house tells of itself, and two houses share buyers; tables
     *     have a floor of their own
     */
    private int least(String field, @Nullable Integer wished, Threshold threshold, boolean floored) {
        int alone = template.joint() ? 2 : 1;
        int floor = floored ? threshold.floor() : alone;
        Network within = network;
        int asked = within == null || !floored
                ? floor
                : within.decision(Kind.THRESHOLD, threshold.key())
                        .map(one -> Math.max(floor, Integer.parseInt(one.value())))
                        .orElse(floor);
        int least = wished == null ? asked : wished;
        if (least < asked || least > Agreements.USES_MAX) {
            faults.add(new Fault(
                    field, "threshold-below-floor", Integer.toString(asked), Integer.toString(Agreements.USES_MAX)));
        }
        return least;
    }
}
