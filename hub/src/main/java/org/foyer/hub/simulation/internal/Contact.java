package org.foyer.hub.simulation.internal;

/**
 * What a tool holds of a buyer; parts it does not hold are empty.
 *
 * @param birthYear or 0
 */
record Contact(
        String lastName,
        String firstName,
        String email,
        String street,
        String postcode,
        String city,
        String country,
        int birthYear) {

    /** A buyer at the counter whom nobody asked. */
    static final Contact UNKNOWN = new Contact("", "", "", "", "", "", "", 0);
}
