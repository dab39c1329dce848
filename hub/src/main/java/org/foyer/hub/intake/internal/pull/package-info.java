/** Pulls what houses asked for out of the network, on time and one at a time. */
@org.jspecify.annotations.NullMarked
package org.foyer.hub.intake.internal.pull;
