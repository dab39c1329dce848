package org.foyer.hub.intake.internal.loading;

/**
 * What a load made of the checked rows of one file; together they are all of its rows.
 *
 * @param taken rows that changed the warehouse
 * @param unchanged rows already known
 * @param moved known performances that were given another start
 */
public record LoadCounts(long taken, long unchanged, long moved) {}
