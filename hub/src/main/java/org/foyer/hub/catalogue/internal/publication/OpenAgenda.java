package org.foyer.hub.catalogue.internal.publication;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.foyer.hub.fetching.Sending;
import org.foyer.hub.model.Vocabulary;
import org.foyer.kit.Place;
import org.foyer.kit.Problem;

/** An agenda of OpenAgenda, by its API version 2 (developers.openagenda.com). */
final class OpenAgenda implements AgendaKind {

    static final String NAME = "openagenda";

    /** Number of the agenda. */
    static final String AGENDA = "agenda";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public URI address() {
        return URI.create("https://api.openagenda.com");
    }

    @Override
    public List<String> settings() {
        return List.of(AGENDA, AgendaOrder.LANGUAGE);
    }

    @Override
    public List<Problem> check(Map<String, String> settings) {
        List<Problem> problems = new ArrayList<>();
        if (!settings.getOrDefault(AGENDA, "").matches("[0-9]{1,18}")) {
            problems.add(Problem.stops("agenda-number", Place.of(AGENDA)));
        }
        language(settings, problems);
        return problems;
    }

    static void language(Map<String, String> settings, List<Problem> problems) {
        if (!Vocabulary.LANGUAGES.contains(settings.getOrDefault(AgendaOrder.LANGUAGE, ""))) {
            problems.add(Problem.stops(
                    "agenda-language", Place.of(AgendaOrder.LANGUAGE), String.join(", ", Vocabulary.LANGUAGES)));
        }
    }

    @Override
    public String target(URI address, Map<String, String> settings) {
        return NAME + " " + address + " " + settings.getOrDefault(AGENDA, "");
    }

    @Override
    public Set<URI> further(Map<String, String> settings) {
        return Set.of();
    }

    @Override
    public Prepared prepare(AgendaOrder order, OutgoingShow show) {
        return new OpenAgendaEvent(order, show).prepared();
    }

    @Override
    public AgendaDoor open(AgendaOrder order, String secret, Sending sending) {
        return new OpenAgendaDoor(order, secret, sending);
    }
}
