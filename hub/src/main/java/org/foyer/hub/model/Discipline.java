package org.foyer.hub.model;

/** What a house mainly presents; one of the traits that make houses comparable. */
public enum Discipline {
    THEATRE,
    OPERA,
    DANCE,
    MUSIC,
    CIRCUS,
    MULTIDISCIPLINARY
}
