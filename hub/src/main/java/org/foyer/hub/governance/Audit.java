package org.foyer.hub.governance;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.foyer.hub.model.HouseId;
import org.jspecify.annotations.Nullable;

/** Append-only log in which each line holds the digest of the one before. */
public interface Audit {

    /** One line. */
    record Line(
            long sequence,
            Instant at,
            String actor,
            @Nullable HouseId house,
            String action,
            @Nullable String purpose,
            String detail,
            String hash) {}

    void write(Actor actor, @Nullable HouseId house, String action, @Nullable String purpose, String detail);

    /** Newest first. */
    List<Line> lines(@Nullable HouseId house, int offset, int limit);

    /** Actions by which figures or files leave a house, but what is handed to the person it is about. */
    List<String> LEAVING = List.of(
            "give",
            "contacts-exported",
            "facts-exported",
            "product-downloaded",
            "programme-handed-over",
            "product-handed-over",
            "agenda-published",
            "agreement-used",
            "figures-counted",
            "overlap-counted",
            "overlap-given",
            "show-figures-given");

    /** To whom something goes that all houses of a node see alike; who of them looked first is no other house's business. */
    Actor HOUSES_HERE = new Actor("houses of this node", false, Map.of(), true);

    /** What left a house, newest first, at most 500. */
    List<Line> left(HouseId house, int limit);

    /** How often each of {@link #LEAVING} happened since then; those that never did are left out. */
    Map<String, Long> leftSince(HouseId house, Instant since);

    /** Lines in which somebody saw or did something with a person's data; newest first, at most 500. */
    List<Line> about(HouseId house, long person);

    /** The words with which a line names the people it is about: their keys, never their names. */
    static String people(List<Long> persons) {
        return "people " + persons.stream().map(String::valueOf).collect(java.util.stream.Collectors.joining(" "));
    }

    /** Whether every line still holds the digest of the one before, and none is missing at the end. Reads every line. */
    boolean intact();
}
