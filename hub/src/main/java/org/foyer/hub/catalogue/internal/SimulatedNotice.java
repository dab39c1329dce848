package org.foyer.hub.catalogue.internal;

/** What every feed says of a house whose data the simulator made. */
final class SimulatedNotice {
    static final String FRENCH = "Données simulées : cette maison et ses représentations n'existent pas.";
    static final String ENGLISH = "Simulated data: this house and its performances do not exist.";

    private SimulatedNotice() {}
}
