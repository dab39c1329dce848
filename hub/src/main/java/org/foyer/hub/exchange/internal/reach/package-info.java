/** Counts of shared buyers over many nodes, on their way between a house, two holders of keys and a pool. */
@org.jspecify.annotations.NullMarked
package org.foyer.hub.exchange.internal.reach;
