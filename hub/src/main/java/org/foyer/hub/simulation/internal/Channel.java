package org.foyer.hub.simulation.internal;

/** Through which door a ticket was sold, and what the buyer pays for that. */
enum Channel {
    COUNTER(0, "Guichet", "Box office"),
    WEB(120, "Internet", "Web"),
    PHONE(100, "Téléphone", "Phone"),
    RESELLER(180, "Revendeur", "Agency"),
    COLLECTIVE(0, "Comité d'entreprise", "Groups"),
    SCHOOL(0, "Scolaires", "Schools");

    /** In minor units for each ticket. */
    final int fee;

    final String french;
    final String english;

    Channel(int fee, String french, String english) {
        this.fee = fee;
        this.french = french;
        this.english = english;
    }
}
