package org.foyer.hub.catalogue;

import java.util.List;
import java.util.Map;
import org.foyer.hub.model.ExternalId;
import org.jspecify.annotations.Nullable;

/**
 * By which identifiers other registers know what a programme names; at most one of each register for a thing, that which counts.
 *
 * @param byThing identifiers in the order of their registers, by what {@link #of} and {@link #ofName} look up
 * @param persons number of the person or group that is credited, by name
 * @param elsewhere ids of the runs of the same show in other houses, by production
 * @param agents {@code person} or {@code group}, by name, where the house's sources say which
 * @param forms what sources say that works are ({@code work_type}, {@code work_genre}, {@code work_category}) and as what a name is set up
 *     in law ({@code legal_form}), in their words by property, by {@code work} and number or {@code name} and name
 */
public record ExternalIds(
        Map<String, List<ExternalId>> byThing,
        Map<String, Long> persons,
        Map<Long, List<String>> elsewhere,
        Map<String, String> agents,
        Map<String, Map<String, String>> forms) {

    /** None known. */
    public static final ExternalIds NONE = new ExternalIds(Map.of(), Map.of(), Map.of(), Map.of(), Map.of());

    public ExternalIds {
        byThing = Map.copyOf(byThing);
        persons = Map.copyOf(persons);
        elsewhere = Map.copyOf(elsewhere);
        agents = Map.copyOf(agents);
        forms = Map.copyOf(forms);
    }

    /** Of a house itself. */
    public static ExternalIds ofHouse(List<ExternalId> ids) {
        return new ExternalIds(Map.of("house 0", ids), Map.of(), Map.of(), Map.of(), Map.of());
    }

    /**
     * Of a thing.
     *
     * @param kind {@code production}, {@code work}, {@code venue}, or {@code house} with the number 0
     */
    public List<ExternalId> of(String kind, long thing) {
        return byThing.getOrDefault(kind + " " + thing, List.of());
    }

    /** What a work is. @param property {@code work_type}, {@code work_genre} or {@code work_category} @return null when nobody said */
    public @Nullable String ofWork(long work, String property) {
        return forms.getOrDefault("work " + work, Map.of()).get(property);
    }

    /** As what whoever bears a name is set up in law; null when nobody said. */
    public @Nullable String legalForm(String name) {
        return forms.getOrDefault("name " + name, Map.of()).get("legal_form");
    }

    /** Of whoever is credited by a name. */
    public List<ExternalId> ofName(String name) {
        return byThing.getOrDefault("name " + name, List.of());
    }
}
