package org.foyer.hub.governance;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.foyer.hub.governance.NodeOverlapGate.Other;
import org.foyer.hub.model.HouseId;

/**
 * By which agreement a house takes part in what houses share. Each answer is made of the register as it is now: every signature is verified,
 * and what expired or was withdrawn permits nothing from then on. A house that joined the purpose but has no agreement takes no part.
 */
public interface AgreedUses {

    /**
     * A version in force that a house signed and whose policy permits a use.
     *
     * @param policy identifier of the version: houses with the same one share with one another
     * @param named agreement and version, for the audit
     * @param sees whether the house sees what comes of it, besides giving
     * @param nodes participants whose houses are parties, the own one left out
     * @param housesMin fewest houses behind what is told
     * @param buyersMin fewest buyers behind it
     */
    record By(String policy, String named, boolean sees, Set<String> nodes, int housesMin, int buyersMin) {}

    /**
     * By what houses of this node take part, the oldest agreement first, so that a house is in one group only. Houses that nothing permits
     * are left out.
     */
    Map<HouseId, By> by(Collection<HouseId> houses, SharedUse use);

    /** The same of one house. */
    default Optional<By> by(HouseId house, SharedUse use) {
        return Optional.ofNullable(by(List.of(house), use).get(house));
    }

    /** The oldest that names houses of other nodes too. */
    Optional<By> overNodes(HouseId house, SharedUse use);

    /** What permits a house and one of another node to do it with one another: each gives, each sees. */
    Optional<By> with(HouseId house, Other other, SharedUse use);

    /**
     * What permits houses of this node to give to who asks by a version.
     *
     * @param policy identifier of the version
     * @param asker house that asks; on this node when its node is empty
     */
    Map<HouseId, By> giving(Collection<HouseId> houses, SharedUse use, String policy, Other asker);

    /** Counts a use, of those that the agreement permits. */
    void used(HouseId house, SharedUse use, String policy, Actor actor);
}
