package org.foyer.hub.model;

/** Through which door a ticket was sold, in the common list that houses share. The warehouse keeps the lower-case name. */
public enum ChannelKind {
    COUNTER,
    WEB,
    PHONE,
    RESELLER,
    COLLECTIVE,
    SCHOOL;

    public String stored() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
