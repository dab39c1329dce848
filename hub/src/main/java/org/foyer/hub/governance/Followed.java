package org.foyer.hub.governance;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;

/**
 * Whether a shared figure was computed by the version of its definition that networks adopted.
 *
 * @param networks that adopted a version of it, by name: of a figure told by an agreement the network of that agreement alone, of any
 *     other all networks of the house that reads
 * @param refused whether the network by whose agreement it would be told adopted another version than is computed here: then nothing is
 *     told, with the code {@value #OTHER_ADOPTED}
 */
public record Followed(Standing standing, List<By> networks, boolean refused) {

    /** Nothing is told: the network adopted another version than this node computes. */
    public static final String OTHER_ADOPTED = "definition-adopted-other";

    /** No network adopted any version. */
    public static final Followed NONE = new Followed(Standing.NOT_ADOPTED, List.of(), false);

    /** What the networks say. */
    public enum Standing {
        /** Every network that adopted a version adopted this one. */
        ADOPTED,
        /** One at least adopted another one. */
        OTHER,
        NOT_ADOPTED;

        @JsonValue
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * What a network adopted last.
     *
     * @param network its name; empty where readers may not know that there is such a network
     * @param version of the dictionary, from 1
     */
    public record By(String network, int version) {}

    /**
     * @param computed version by which the figure was computed
     * @param binding whether the networks are those by whose agreement it is told
     */
    public static Followed of(int computed, List<By> networks, boolean binding) {
        if (networks.isEmpty()) {
            return NONE;
        }
        boolean same = networks.stream().allMatch(one -> one.version() == computed);
        return new Followed(same ? Standing.ADOPTED : Standing.OTHER, List.copyOf(networks), binding && !same);
    }
}
