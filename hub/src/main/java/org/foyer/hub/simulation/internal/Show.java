package org.foyer.hub.simulation.internal;

/**
 * A production as one house announces it.
 *
 * @param id unique within a house and season
 * @param name as its makers call it
 * @param title in this house's spelling, which differs a little from house to house
 * @param genre the house's own word
 * @param producer who made it; the house itself for its own productions
 * @param appeal how strongly it draws, 1 on average
 * @param vatRate in hundredths of a per cent
 */
record Show(int id, String name, String title, String genre, String producer, double appeal, int vatRate) {}
