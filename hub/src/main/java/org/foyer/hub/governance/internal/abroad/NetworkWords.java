package org.foyer.hub.governance.internal.abroad;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.foyer.hub.governance.Network;
import org.foyer.hub.governance.NetworkGuests;
import org.foyer.hub.governance.Networks;
import org.foyer.hub.governance.NetworksAbroad;

/** What nodes tell each other about networks, in JSON, and what houses sign of it. */
public final class NetworkWords {

    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private NetworkWords() {}

    /**
     * What a house signs when it says something.
     *
     * @param uid of the invitation
     * @param network short name on its home
     * @param house identifier of the house
     */
    public static Map<String, String> claims(String step, String uid, String network, String house) {
        return Map.of("step", step, "invitation", uid, "network", network, "house", house);
    }

    /** What a house signs when it says something of a proposal. @param network short name on its home @param house identifier */
    public static Map<String, String> vote(NetworkGuests.Voted voted, String network, String house) {
        Map<String, String> claims = new TreeMap<>(claims("vote", voted.uid(), network, house));
        claims.put("proposal", Long.toString(voted.proposal()));
        claims.put("choice", voted.choice());
        claims.put("at", Long.toString(voted.at()));
        String why = voted.why();
        if (why != null) {
            claims.put("why", why);
        }
        return claims;
    }

    /** What a house signs when it proposes something. @param network short name on its home @param house identifier */
    public static Map<String, String> proposal(NetworkGuests.Proposed proposed, String network, String house) {
        Map<String, String> claims = new TreeMap<>(claims("propose", proposed.uid(), network, house));
        claims.put("key", proposed.key());
        claims.put("wish", proposed.wish());
        return claims;
    }

    /** Empty when it is none. */
    public static Optional<Networks.Wish> wish(String json) {
        try {
            return Optional.ofNullable(JSON.readValue(json, Networks.Wish.class));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** @param house short name on its node */
    public static String invitation(String uid, String house, Network network) {
        return write(new NetworksAbroad.Invitation(
                uid,
                house,
                network.slug(),
                network.name(),
                network.aim(),
                network.form().id(),
                network.simulated()));
    }

    public static String write(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Of what this node wrote itself. */
    static <T> T read(String json, TypeReference<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
