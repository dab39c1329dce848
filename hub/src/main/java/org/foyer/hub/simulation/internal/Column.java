package org.foyer.hub.simulation.internal;

/** What a column of a sales file holds. */
enum Column {
    SOLD,
    OPERATION,
    ORDER,
    TICKET,
    NIGHT,
    TITLE,
    START,
    HALL,
    ZONE,
    TARIFF,
    CHANNEL,
    LIST,
    AMOUNT,
    VAT,
    FEE,
    BUYER,
    LAST_NAME,
    FIRST_NAME,
    EMAIL,
    STREET,
    POSTCODE,
    CITY,
    COUNTRY,
    BIRTH_YEAR,
    SCANNED
}
