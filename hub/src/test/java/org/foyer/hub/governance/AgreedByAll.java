package org.foyer.hub.governance;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.foyer.hub.governance.NodeOverlapGate.Other;
import org.foyer.hub.model.HouseId;

/** One agreement that every house signed and that permits everything, for tests of what happens once houses agreed. */
public final class AgreedByAll implements AgreedUses {

    /** Identifier of its version. */
    public static final String POLICY = "https://node.example/id/agreement/1/1";

    /** Houses that are in it no more. */
    public final Set<HouseId> withdrawn = new HashSet<>();

    /** How often it was used. */
    public int uses;

    private static final By ALL = new By(POLICY, "agreement 1, version 1", true, Set.of(), 2, 5);

    @Override
    public Map<HouseId, By> by(Collection<HouseId> houses, SharedUse use) {
        Map<HouseId, By> by = new HashMap<>();
        houses.stream().filter(house -> !withdrawn.contains(house)).forEach(house -> by.put(house, ALL));
        return by;
    }

    @Override
    public Optional<By> overNodes(HouseId house, SharedUse use) {
        return by(house, use);
    }

    @Override
    public Optional<By> with(HouseId house, Other other, SharedUse use) {
        return by(house, use);
    }

    @Override
    public Map<HouseId, By> giving(Collection<HouseId> houses, SharedUse use, String policy, Other asker) {
        return policy.equals(POLICY) ? by(houses, use) : Map.of();
    }

    @Override
    public void used(HouseId house, SharedUse use, String policy, Actor actor) {
        uses++;
    }
}
