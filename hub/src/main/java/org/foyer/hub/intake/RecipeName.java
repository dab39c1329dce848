package org.foyer.hub.intake;

/** Which recipe, in which edition. */
public record RecipeName(String name, int version) {}
