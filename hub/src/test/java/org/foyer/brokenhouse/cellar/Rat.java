package org.foyer.brokenhouse.cellar;

/** A room that no plan knows. */
public record Rat(String name) {}
