package org.foyer.hub.catalogue;

import java.util.List;
import java.util.Map;
import org.foyer.hub.model.ExternalId;

/**
 * By which identifiers other registers know what a programme names; at most one of each register for a thing, that which counts.
 *
 * @param byThing identifiers in the order of their registers, by what {@link #of} and {@link #ofName} look up
 * @param persons number of the person or group that is credited, by name
 * @param elsewhere ids of the runs of the same show in other houses, by production
 * @param agents {@code person} or {@code group}, by name, where the house's sources say which
 */
public record ExternalIds(
        Map<String, List<ExternalId>> byThing,
        Map<String, Long> persons,
        Map<Long, List<String>> elsewhere,
        Map<String, String> agents) {

    /** None known. */
    public static final ExternalIds NONE = new ExternalIds(Map.of(), Map.of(), Map.of(), Map.of());

    public ExternalIds {
        byThing = Map.copyOf(byThing);
        persons = Map.copyOf(persons);
        elsewhere = Map.copyOf(elsewhere);
        agents = Map.copyOf(agents);
    }

    /** Of a house itself. */
    public static ExternalIds ofHouse(List<ExternalId> ids) {
        return new ExternalIds(Map.of("house 0", ids), Map.of(), Map.of(), Map.of());
    }

    /**
     * Of a thing.
     *
     * @param kind {@code production}, {@code work}, {@code venue}, or {@code house} with the number 0
     */
    public List<ExternalId> of(String kind, long thing) {
        return byThing.getOrDefault(kind + " " + thing, List.of());
    }

    /** Of whoever is credited by a name. */
    public List<ExternalId> ofName(String name) {
        return byThing.getOrDefault("name " + name, List.of());
    }
}
