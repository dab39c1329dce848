package org.foyer.hub.catalogue.internal.publication;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.foyer.hub.fetching.Sending;
import org.foyer.kit.Problem;

/**
 * A kind of agenda. Whoever adds one inherits its contract test. It makes nothing up: what the agenda demands and the programme does
 * not say is lacking.
 */
interface AgendaKind {

    /** By which a person chooses it. */
    String name();

    /** Where everybody's interface of it is. */
    URI address();

    /** Settings that it knows, in the order of the form. */
    List<String> settings();

    /** What is wrong with settings; nothing is asked of the network. */
    List<Problem> check(Map<String, String> settings);

    /** Which agenda is meant, whoever connects it, so that nobody is there twice. */
    String target(URI address, Map<String, String> settings);

    /** Addresses beside that of the agenda to which the secret goes, or by which things are found. */
    Set<URI> further(Map<String, String> settings);

    /** A show as it would be sent, with what is lacking. Asks nothing of the network. */
    Prepared prepare(AgendaOrder order, OutgoingShow show);

    /** Where it is sent. Nobody is asked before the first call. */
    AgendaDoor open(AgendaOrder order, String secret, Sending sending);
}
