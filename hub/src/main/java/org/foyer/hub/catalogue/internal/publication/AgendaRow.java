package org.foyer.hub.catalogue.internal.publication;

import java.net.URI;
import java.time.LocalDate;
import org.foyer.hub.catalogue.PublishedAgenda;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;

/**
 * An agenda with what only the publishing needs.
 *
 * @param target which agenda it is, whoever connects it
 * @param secret sealed
 * @param takenBack whether a person wants nothing of it there
 * @param failures in a row
 */
record AgendaRow(
        long id, HouseId house, String target, PublishedAgenda agenda, String secret, boolean takenBack, int failures) {

    AgendaOrder order(House of, LocalDate today) {
        return new AgendaOrder(of, URI.create(agenda.address()), agenda.settings(), today);
    }
}
