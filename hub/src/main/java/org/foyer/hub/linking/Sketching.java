package org.foyer.hub.linking;

import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.foyer.hub.linking.internal.overlap.KeyHolder;
import org.foyer.hub.linking.internal.overlap.OverlapRegister;
import org.foyer.hub.linking.internal.overlap.PeopleKeys;
import org.foyer.hub.linking.internal.overlap.PromisedPoints;
import org.foyer.hub.linking.internal.overlap.PromisedPoints.Promised;
import org.foyer.hub.linking.internal.overlap.Pseudonyms;
import org.foyer.hub.linking.internal.overlap.SketchPool;
import org.foyer.hub.model.House;
import org.foyer.hub.store.Register;
import org.foyer.hub.store.Warehouse;

/**
 * Shared buyers of many houses on many nodes: the three parts a node may have in it. A house blinds its people, two holders of keys multiply the
 * points into pseudonyms, a pool counts sketches of them. The method and what it holds against: docs/overlap.md.
 */
public final class Sketching {

    private final Supplier<Warehouse> warehouse;
    private final OverlapRegister register;
    private final PromisedPoints promised;
    private final Overlap.Participation participation;

    /** @param warehouse found when a house of this node blinds its people; holders and pools need none */
    public Sketching(
            Supplier<Warehouse> warehouse, Register register, Clock clock, Overlap.Participation participation) {
        this.warehouse = warehouse;
        this.register = new OverlapRegister(register, clock);
        this.promised = new PromisedPoints(register, clock);
        this.participation = participation;
    }

    /**
     * Blinds the people of a house; the same way again until {@link #done}. About 20 seconds of two processors for a million.
     *
     * @param question with the house as asker
     * @throws OverlapRefused {@code overlap-not-taking-part}, {@code overlap-sketch-small}, {@code overlap-set-large}
     */
    public BlindedPeople blind(House house, OverlapQuestion question) throws OverlapRefused {
        if (!participation.takesPart(house.id(), Overlap.PURPOSE)) {
            throw new OverlapRefused("overlap-not-taking-part");
        }
        return new Pseudonyms(scope(question), PeopleKeys.of(warehouse.get(), house), register.blinding(question));
    }

    /** Forgets the secret by which the people were blinded. */
    public void done(OverlapQuestion question) {
        register.answered(question);
    }

    /**
     * As a holder: keeps what a house promises before a point of it is multiplied.
     *
     * @param node of the house, as its token proves
     * @param question with the house as asker and this holder as answerer
     * @param digests of the messages, 32 bytes each
     * @return under which its messages come, 64 hexadecimal digits
     */
    public String promise(String node, OverlapQuestion question, int size, byte[] digests) throws OverlapRefused {
        return promised.promise(node, question, size, digests);
    }

    /**
     * As a holder: multiplies one promised message by this node's key of the purpose and period.
     *
     * @param period the present one
     */
    public byte[] multiply(String node, String commitment, String period, int number, byte[] message)
            throws OverlapRefused {
        Promised due = promised.turn(node, commitment, period, number, message);
        return new KeyHolder(register.holderKey(period))
                .multiply(new PseudonymScope(due.purpose(), period), due.points(), message);
    }

    /** As a pool: refuses what is no sketch of the purpose and period. */
    public void check(PseudonymScope scope, byte[] sketch) throws OverlapRefused {
        new SketchPool(scope).add(sketch);
    }

    /** As a pool: what sketches have in common, in the order given; {@value SketchPool#HOUSES_MAX} at most. */
    public SketchCounts counts(PseudonymScope scope, List<byte[]> sketches) throws OverlapRefused {
        SketchPool pool = new SketchPool(scope);
        for (byte[] sketch : sketches) {
            pool.add(sketch);
        }
        return pool.counts();
    }

    private static PseudonymScope scope(OverlapQuestion question) {
        return new PseudonymScope(question.purpose(), question.period());
    }
}
