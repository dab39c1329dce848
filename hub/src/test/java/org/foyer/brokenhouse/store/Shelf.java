package org.foyer.brokenhouse.store;

/** A store. */
public record Shelf(String name) {}
