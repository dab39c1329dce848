package org.foyer.hub.linking;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Iterator;
import org.foyer.hub.linking.internal.overlap.Answering;
import org.foyer.hub.linking.internal.overlap.Asking;
import org.foyer.hub.linking.internal.overlap.OverlapRegister;
import org.foyer.hub.linking.internal.overlap.PeopleKeys;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.store.Register;
import org.foyer.hub.store.Warehouse;

/**
 * Shared buyers of houses on different nodes. Keys of people are made from their contacts here and leave only as points multiplied by a
 * secret. Only houses that take part in the purpose ask and answer. The method and what it holds against: docs/overlap.md.
 */
public final class Overlap {

    /** Purpose and name at the gate. */
    public static final String PURPOSE = "overlap";

    private final Warehouse warehouse;
    private final OverlapRegister register;
    private final Participation participation;
    private final SecureRandom random = new SecureRandom();

    /** Whether a house takes part in a purpose now; the gate knows. */
    @FunctionalInterface
    public interface Participation {
        boolean takesPart(HouseId house, String purpose);
    }

    public Overlap(Warehouse warehouse, Register register, Clock clock, Participation participation) {
        this.warehouse = warehouse;
        this.register = new OverlapRegister(register, clock);
        this.participation = participation;
    }

    /**
     * Begins a question of a house of this node. Takes about 20 seconds of two processors for a million buyers.
     *
     * @throws OverlapRefused {@code overlap-not-taking-part}, {@code overlap-set-small}, {@code overlap-set-large}
     */
    public OverlapAsker ask(House house, OverlapQuestion question) throws OverlapRefused {
        return new Asking(question, keys(house), register.secret(), register.blinding(question));
    }

    /** Forgets the secret by which a question of this node was blinded, once it is answered. */
    public void answered(OverlapQuestion question) {
        register.answered(question);
    }

    /** Prepares the answer of a house of this node; refused as a question is. */
    public OverlapAnswerer answer(House house, OverlapQuestion question) throws OverlapRefused {
        return new Answering(question, keys(house), register.secret(), random, register.log(house.id()));
    }

    private Iterator<String> keys(House house) throws OverlapRefused {
        if (!participation.takesPart(house.id(), PURPOSE)) {
            throw new OverlapRefused("overlap-not-taking-part");
        }
        return PeopleKeys.of(warehouse, house);
    }
}
