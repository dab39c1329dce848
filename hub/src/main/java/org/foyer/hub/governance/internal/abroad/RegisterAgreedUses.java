package org.foyer.hub.governance.internal.abroad;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.AgreedUses;
import org.foyer.hub.governance.Agreement;
import org.foyer.hub.governance.Agreement.Standing;
import org.foyer.hub.governance.AgreementTerms;
import org.foyer.hub.governance.Agreements;
import org.foyer.hub.governance.NodeOverlapGate.Other;
import org.foyer.hub.governance.SharedUse;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.store.Register;
import org.jdbi.v3.core.Handle;

/** Reads agreements of this node and of networks of others, and has their policies decided. */
public final class RegisterAgreedUses implements AgreedUses {

    /** Houses behind what one house shares with one other. */
    private static final int TWO = 2;

    private final Register register;
    private final Clock clock;

    public RegisterAgreedUses(Register register, Clock clock) {
        this.register = register;
        this.clock = clock;
    }

    private LocalDate today() {
        return today(clock);
    }

    private static LocalDate today(Clock clock) {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    @Override
    public Map<HouseId, By> by(Collection<HouseId> houses, SharedUse use) {
        return register.read(handle -> {
            Map<Long, Agreement> read = new HashMap<>();
            Map<HouseId, By> by = new LinkedHashMap<>();
            for (HouseId house : houses) {
                oldest(handle, house, use, read).stream()
                        .flatMap(one -> among(one, use, today()).stream())
                        .findFirst()
                        .ifPresent(found -> by.put(house, found));
            }
            return by;
        });
    }

    @Override
    public Optional<By> overNodes(HouseId house, SharedUse use) {
        return register.read(handle -> oldest(handle, house, use, new HashMap<>()).stream()
                .filter(Held::isOverNodes)
                .flatMap(one -> among(one, use, today()).stream())
                .findFirst());
    }

    @Override
    public Optional<By> with(HouseId house, Other other, SharedUse use) {
        return register.read(handle -> oldest(handle, house, use, new HashMap<>()).stream()
                .filter(one -> isWith(one, other, use, today()))
                .map(one -> found(one, true))
                .findFirst());
    }

    /** Whether it permits its house and one of another node to do it with one another. @param held that holds */
    static boolean isWith(Held held, Other other, SharedUse use, LocalDate today) {
        return held.signed(held.named(other.node(), false), other.house())
                .filter(party -> permits(held, held.own(), party, use, TWO, today)
                        && permits(held, party, held.own(), use, TWO, today))
                .isPresent();
    }

    @Override
    public Map<HouseId, By> giving(Collection<HouseId> houses, SharedUse use, String policy, Other asker) {
        return register.read(handle -> {
            Map<Long, Agreement> read = new HashMap<>();
            Map<HouseId, By> giving = new LinkedHashMap<>();
            for (HouseId house : houses) {
                oldest(handle, house, use, read).stream()
                        .filter(one -> one.version().uid().equals(policy))
                        .filter(one -> one.signed(node(one, asker), asker.house())
                                .filter(party -> permits(one, one.own(), party, use, Agreements.USES_MAX))
                                .isPresent())
                        .findFirst()
                        .ifPresent(one -> giving.put(house, found(one, false)));
            }
            return giving;
        });
    }

    /** A house of this node is named as the house that gives is. */
    private static String node(Held held, Other asker) {
        return asker.node().isEmpty() ? held.own().node() : held.named(asker.node(), false);
    }

    @Override
    public void used(HouseId house, SharedUse use, String policy, Actor actor) {
        register.write(handle -> used(handle, clock, house, use, policy, actor));
    }

    /** The same in a transaction that does more. Answers how many versions of that identifier the house holds. */
    public static int used(Handle handle, Clock clock, HouseId house, SharedUse use, String policy, Actor actor) {
        List<Held> held = oldest(handle, today(clock), house, use, new HashMap<>()).stream()
                .filter(one -> one.version().uid().equals(policy))
                .limit(1)
                .toList();
        held.forEach(one -> one.used(handle, house, use.data(), actor, clock.millis()));
        return held.size();
    }

    private List<Held> oldest(Handle handle, HouseId house, SharedUse use, Map<Long, Agreement> read) {
        return oldest(handle, today(), house, use, read);
    }

    /** What holds of a house, the oldest first. */
    private static List<Held> oldest(
            Handle handle, LocalDate today, HouseId house, SharedUse use, Map<Long, Agreement> read) {
        List<Held> held = new ArrayList<>(Held.of(handle, today, house, use.template(), read).stream()
                .filter(one -> one.standing() == null)
                .toList());
        Collections.reverse(held);
        return held;
    }

    /** By a version with all that signed it; empty when it lets the house give to none of them. */
    static Optional<By> among(Held held, SharedUse use, LocalDate today) {
        boolean sees = permits(held, held.own(), held.own(), use, Agreements.USES_MAX, today);
        boolean gives = sees
                || held.version().parties().stream()
                        .filter(party -> party.standing() == Standing.SIGNED)
                        .anyMatch(party -> permits(held, held.own(), party, use, Agreements.USES_MAX, today));
        return gives ? Optional.of(found(held, sees)) : Optional.empty();
    }

    private boolean permits(Held held, Agreement.Party giver, Agreement.Party taker, SharedUse use, int houses) {
        return permits(held, giver, taker, use, houses, today());
    }

    private static boolean permits(
            Held held, Agreement.Party giver, Agreement.Party taker, SharedUse use, int houses, LocalDate today) {
        return held.against(giver, taker, use.action(), use.data(), use.template(), houses, today)
                .isEmpty();
    }

    private static By found(Held held, boolean sees) {
        AgreementTerms terms = held.version().terms();
        return new By(held.version().uid(), held.told(), sees, held.otherNodes(), terms.housesMin(), terms.buyersMin());
    }
}
