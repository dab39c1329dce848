/** Questions about shared buyers on their way between two nodes. */
@org.jspecify.annotations.NullMarked
package org.foyer.hub.exchange.internal.overlap;
