package org.foyer.hub.linking;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.foyer.hub.linking.internal.buyers.BuyerDesk;
import org.foyer.hub.linking.internal.buyers.Freshness;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.store.Register;
import org.foyer.hub.store.Warehouse;

/**
 * Who is one person among the buyers of a house, and who lives in one household. The warehouse keeps what was found, as keys only, so that
 * figures can count people; contacts are read through one view and shown for doubtful pairs alone. What people decide of a pair
 * counts above every weight. The same buyers and decisions give the same people, after a rebuild and after an undo too.
 */
public final class SamePerson {

    private final Freshness freshness;
    private final BuyerDesk desk;

    public SamePerson(Warehouse warehouse, Register register, Clock clock) {
        this.desk = new BuyerDesk(warehouse, register, clock);
        this.freshness = new Freshness(warehouse, desk);
    }

    /** What linking last came to, and whether it still holds. Does not link. */
    public LinkedPeople standing(HouseId house) {
        return freshness.standing(house);
    }

    /**
     * Links the buyers unless nothing changed since it was last done: docs/linking.md tells what it takes. One house at a time, others
     * wait. Beyond {@value Freshness#BUYERS_MAX} buyers nothing is linked.
     */
    public LinkedPeople link(House house) {
        return freshness.link(house);
    }

    /**
     * Lets the next linking learn anew what agreements are worth, as it does by itself once the buyers are a fifth more or less than
     * those it was learned from. People may change then. Returns whether anything was learned before.
     */
    public boolean learnAnew(HouseId house) {
        return desk.learnAnew(house);
    }

    /**
     * Doubtful pairs as the last linking left them, most doubtful first, those put off last; without those decided.
     *
     * @param limit at most {@value MatchList#PAIRS_MAX}
     */
    public MatchList doubtful(HouseId house, int offset, int limit) {
        return desk.doubtful(house, standing(house), offset, limit);
    }

    /** Pairs of which people said that they are one person or two, those said last first, as far as they were linked since. */
    public List<Match> decided(HouseId house, int limit) {
        return desk.decided(house, limit);
    }

    /**
     * Any two buyers, doubtful or not, weighed as their contacts are now, by what the house's linking last learned.
     *
     * @param one key of a buyer
     * @return empty when these are not two buyers, or they were never linked
     */
    public Optional<Match> match(House house, String one, String other) {
        return desk.match(house, one, other);
    }

    /** The same by the house's own references for its buyers (customer numbers). @return empty also when a number is that of several */
    public Optional<Match> matchOf(House house, String reference, String otherReference) {
        return desk.matchOf(house, reference, otherReference);
    }

    /**
     * Keeps what someone says of two buyers, in the place of what was said of them before. It counts once the buyers are linked again.
     *
     * @return the code of why it was not kept: {@code match-unknown} (not two buyers of the house), {@code match-contradicts} (what was
     *     said of others says otherwise), {@code matches-too-many}
     */
    public Optional<String> decide(HouseId house, String one, String other, Verdict verdict, String by) {
        return desk.decide(house, one, other, verdict, by);
    }

    /** Forgets what was said of two buyers. Returns whether anything was. */
    public boolean withdraw(HouseId house, String one, String other) {
        return desk.withdraw(house, one, other);
    }

    /** What was said, newest first. */
    public List<Decision> decisions(HouseId house, int offset, int limit) {
        return desk.decisions(house, offset, limit);
    }
}
