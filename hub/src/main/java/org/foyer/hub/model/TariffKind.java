package org.foyer.hub.model;

/** Why a ticket has its price, in the common list that houses share. The warehouse keeps the lower-case name. */
public enum TariffKind {
    FULL,
    REDUCED,
    YOUTH,
    SCHOOL,
    GROUP,
    SUBSCRIPTION,
    PASS,
    INVITATION,
    PROFESSIONAL,
    RESELLER,
    PAY_WHAT_YOU_CAN;

    public String stored() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
