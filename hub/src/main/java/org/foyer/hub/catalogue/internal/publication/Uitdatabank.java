package org.foyer.hub.catalogue.internal.publication;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.foyer.hub.catalogue.internal.Iris;
import org.foyer.hub.fetching.Sending;
import org.foyer.kit.Place;
import org.foyer.kit.Problem;

/** UiTdatabank of publiq, by its Entry API version 3 with client access tokens, and its Search API for places (docs.publiq.be). */
final class Uitdatabank implements AgendaKind {

    static final String NAME = "uitdatabank";

    /** Id of the client; its secret is the secret of the agenda. */
    static final String CLIENT = "client";

    /** Where a token is asked for. */
    static final String TOKEN = "token";

    /** Where places are looked for. */
    static final String SEARCH = "search";

    /** Lines of a venue's name, an equals sign, and the address of the place there. */
    static final String PLACES = "places";

    private static final String TOKEN_ADDRESS = "https://account.uitid.be/realms/uitid/protocol/openid-connect/token";
    private static final String SEARCH_ADDRESS = "https://search.uitdatabank.be";
    private static final int PLACES_CHARACTERS_MAX = 20_000;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public URI address() {
        return URI.create("https://io.uitdatabank.be");
    }

    @Override
    public List<String> settings() {
        return List.of(CLIENT, AgendaOrder.LANGUAGE, TOKEN, SEARCH, PLACES);
    }

    @Override
    public List<Problem> check(Map<String, String> settings) {
        List<Problem> problems = new ArrayList<>();
        if (!settings.getOrDefault(CLIENT, "").matches("[\\x21-\\x7e]{1,200}")) {
            problems.add(Problem.stops("agenda-client", Place.of(CLIENT)));
        }
        OpenAgenda.language(settings, problems);
        for (String name : List.of(TOKEN, SEARCH)) {
            if (settings.containsKey(name) && address(settings.get(name)).isEmpty()) {
                problems.add(Problem.stops("fetch-address-unreadable", Place.of(name)));
            }
        }
        String places = settings.getOrDefault(PLACES, "");
        if (places.length() > PLACES_CHARACTERS_MAX || places(places).isEmpty()) {
            problems.add(Problem.stops("agenda-places", Place.of(PLACES), Integer.toString(PLACES_CHARACTERS_MAX)));
        }
        return problems;
    }

    private static Optional<URI> address(String text) {
        try {
            URI address = new URI(text.strip());
            return address.getHost() == null ? Optional.empty() : Optional.of(address);
        } catch (URISyntaxException unreadable) {
            return Optional.empty();
        }
    }

    /** Addresses of places there by name of a venue here; empty when a line cannot be read. */
    static Optional<Map<String, String>> places(String text) {
        Map<String, String> places = new LinkedHashMap<>();
        for (String line :
                text.lines().map(String::strip).filter(one -> !one.isEmpty()).toList()) {
            int equals = line.lastIndexOf('=');
            String address =
                    equals < 0 ? null : Iris.web(line.substring(equals + 1).strip());
            if (address == null || line.substring(0, equals).isBlank()) {
                return Optional.empty();
            }
            places.put(line.substring(0, equals).strip(), address);
        }
        return Optional.of(places);
    }

    static URI token(Map<String, String> settings) {
        return URI.create(settings.getOrDefault(TOKEN, TOKEN_ADDRESS).strip());
    }

    static URI search(Map<String, String> settings) {
        return URI.create(settings.getOrDefault(SEARCH, SEARCH_ADDRESS).strip());
    }

    @Override
    public String target(URI address, Map<String, String> settings) {
        return NAME + " " + address + " " + settings.getOrDefault(CLIENT, "");
    }

    @Override
    public Set<URI> further(Map<String, String> settings) {
        return Set.of(token(settings), search(settings));
    }

    @Override
    public Prepared prepare(AgendaOrder order, OutgoingShow show) {
        return new UitdatabankEvent(order, show).prepared();
    }

    @Override
    public AgendaDoor open(AgendaOrder order, String secret, Sending sending) {
        return new UitdatabankDoor(order, secret, sending);
    }
}
