package org.foyer.hub.site.internal.api;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.Audit;
import org.foyer.hub.linking.BuyerCard;
import org.foyer.hub.linking.Match;
import org.foyer.hub.linking.MatchList;
import org.foyer.hub.linking.Verdict;
import org.foyer.hub.model.House;
import org.foyer.hub.site.Node;
import org.foyer.hub.site.internal.security.Refused;

/**
 * Shows doubtful pairs of buyers and takes what people say of them, for the page, the API and the command line alike. Whoever sees names is
 * written down, with the keys of those seen and without their names.
 */
public final class MatchDesk {

    /** Keys that one line of the audit names; beyond, the number of buyers tells that there were more. */
    private static final int KEYS_MAX = 500;

    private final Node node;

    public MatchDesk(Node node) {
        this.node = node;
    }

    /** Doubtful pairs as the last linking left them; links again in the background if anything changed. */
    public MatchList doubtful(Actor actor, House house, int offset, int limit) {
        node.backgroundLinking().soonIfChanged(house.id());
        MatchList list = node.samePerson().doubtful(house.id(), offset, Math.min(limit, MatchList.PAIRS_MAX));
        seen(actor, house, list.matches());
        return list;
    }

    /** Pairs that were decided last, newest first. */
    public List<Match> decided(Actor actor, House house, int limit) {
        List<Match> decided = node.samePerson().decided(house.id(), limit);
        seen(actor, house, decided);
        return decided;
    }

    /** Any two buyers by their keys. @throws Refused {@code match-not-weighed} (404) when these are not two linked buyers */
    public Match pair(Actor actor, House house, String one, String other) {
        return seen(actor, house, node.samePerson().match(house, one, other));
    }

    /** The same by customer numbers. */
    public Match pairOf(Actor actor, House house, String reference, String otherReference) {
        return seen(actor, house, node.samePerson().matchOf(house, reference.strip(), otherReference.strip()));
    }

    private Match seen(Actor actor, House house, Optional<Match> weighed) {
        Match match = weighed.orElseThrow(() -> new Refused(404, "match-not-weighed"));
        seen(actor, house, List.of(match));
        return match;
    }

    private void seen(Actor actor, House house, List<Match> matches) {
        TreeSet<String> people = matches.stream()
                .flatMap(
                        match -> Stream.concat(Stream.of(match.one(), match.other()), match.group().members().stream()))
                .map(BuyerCard::person)
                .collect(Collectors.toCollection(TreeSet::new));
        if (!people.isEmpty()) {
            List<Long> keys = people.stream().limit(KEYS_MAX).map(Long::valueOf).toList();
            String detail = "pairs %d, buyers %d: %s".formatted(matches.size(), people.size(), Audit.people(keys));
            node.audit().write(actor, house.id(), "people-seen", null, detail);
        }
    }

    /**
     * Keeps what someone says of a pair; it counts once the buyers are linked again, which is begun soon.
     *
     * @return the code of why it was not kept
     */
    public Optional<String> decide(Actor actor, House house, String one, String other, Verdict verdict) {
        Optional<String> problem = node.samePerson().decide(house.id(), one, other, verdict, actor.login());
        if (problem.isEmpty()) {
            decided(actor, house, verdict.key(), one, other);
            node.backgroundLinking().soonIfChanged(house.id());
        }
        return problem;
    }

    private void decided(Actor actor, House house, String what, String one, String other) {
        String people = Audit.people(List.of(Long.valueOf(one), Long.valueOf(other)));
        node.audit().write(actor, house.id(), "people-decided", null, what + ": " + people);
    }

    /** Forgets what was said of a pair. Returns whether anything was. */
    public boolean withdraw(Actor actor, House house, String one, String other) {
        boolean withdrawn = node.samePerson().withdraw(house.id(), one, other);
        if (withdrawn) {
            decided(actor, house, "withdrawn", one, other);
            node.backgroundLinking().soonIfChanged(house.id());
        }
        return withdrawn;
    }
}
