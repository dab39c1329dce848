package org.foyer.hub.catalogue;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.store.HallIds;
import org.jspecify.annotations.Nullable;

/**
 * A room of a venue in which performances take place.
 *
 * @param venue to which it belongs
 * @param id of 53 bits, from 0 on; see {@code HallIds}
 * @param name in the spelling that most of its performances bear
 * @param places what is told of the hall whatever its configuration
 * @param configurations how it may be set up, by name
 * @param performances how many are or were shown in it; none where only its places are told
 */
public record Hall(
        HouseId house,
        long venue,
        long id,
        String name,
        Places places,
        List<Configuration> configurations,
        int performances) {

    /** How many people it holds, all, seated, and with a wheelchair; each null where no source tells. */
    public record Places(
            @Nullable Integer capacity,
            @Nullable Integer seats,
            @Nullable Integer wheelchair) {

        public static final Places UNKNOWN = new Places(null, null, null);
    }

    /** End-on, in the round, standing …, in the words of the house. @param performances how many are said to be played so */
    public record Configuration(String name, Places places, int performances) {}

    /** The most people it may hold: its own capacity, else the highest of its configurations; null where none is told. */
    public @Nullable Integer capacity() {
        Integer own = places.capacity();
        return own != null
                ? own
                : configurations.stream()
                        .map(configuration -> configuration.places().capacity())
                        .flatMap(capacity -> Stream.ofNullable(capacity))
                        .max(Integer::compare)
                        .orElse(null);
    }

    /** Address of its page, on its node. */
    public static String pathOf(House house, long id) {
        return "/h/" + house.slug() + "/hall/" + id;
    }

    /**
     * What is told of a configuration, by the words of a performance; empty capacities where nothing is. Spellings that differ in case,
     * accents, blanks and punctuation are one, as those of halls.
     */
    public Places of(@Nullable String configuration) {
        String asked = HallIds.wordsOf(Objects.requireNonNullElse(configuration, ""));
        return configurations.stream()
                .filter(one -> HallIds.wordsOf(one.name()).equals(asked))
                .map(Configuration::places)
                .findFirst()
                .orElse(Places.UNKNOWN);
    }
}
