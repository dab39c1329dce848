/** How the simulator makes houses, seasons, buyers and sales, and writes them in the shapes of ticketing tools. */
@org.jspecify.annotations.NullMarked
package org.foyer.hub.simulation.internal;
