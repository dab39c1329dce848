package org.foyer.hub.simulation.internal;

/**
 * What one buyer does at one moment for one night.
 *
 * @param minute when the tickets are sold
 * @param reserved minute of a reservation before, or −1
 */
record Order(int number, int account, Channel channel, long minute, long reserved) {}
