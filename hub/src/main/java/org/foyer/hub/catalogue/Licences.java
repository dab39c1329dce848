package org.foyer.hub.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;

/** Under which licence a house opens its programme. Without a word of the house there is none: that is told, and nothing is guessed. */
public interface Licences {

    /**
     * A licence.
     *
     * @param id short name by the SPDX list of licences
     * @param iri its own address
     */
    record Licence(String id, String iri, String name) {}

    /** Those one can choose from: licences of data, or of works, that allow reuse by everyone. */
    List<Licence> ALL = List.of(
            new Licence("CC0-1.0", "https://creativecommons.org/publicdomain/zero/1.0/", "CC0 1.0"),
            new Licence("CC-BY-4.0", "https://creativecommons.org/licenses/by/4.0/", "CC BY 4.0"),
            new Licence("CC-BY-SA-4.0", "https://creativecommons.org/licenses/by-sa/4.0/", "CC BY-SA 4.0"),
            new Licence(
                    "etalab-2.0",
                    "https://www.etalab.gouv.fr/licence-ouverte-open-licence/",
                    "Licence Ouverte / Open Licence 2.0"),
            new Licence("ODbL-1.0", "https://opendatacommons.org/licenses/odbl/1-0/", "ODbL 1.0"));

    /** The licence by its short name. */
    static Optional<Licence> named(String id) {
        return ALL.stream().filter(licence -> licence.id().equals(id)).findFirst();
    }

    /** What the house said; empty when it said nothing. */
    Optional<Licence> of(HouseId house);

    /** What the houses said; those that said nothing are not in it. */
    Map<HouseId, Licence> all();

    /**
     * Says it; the audit keeps who did.
     *
     * @param licence empty to take back what was said
     */
    void say(House house, Optional<Licence> licence, Actor actor);
}
