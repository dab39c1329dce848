/** What nodes say to each other about networks and their agreements. */
@org.jspecify.annotations.NullMarked
package org.foyer.hub.exchange.internal.networks;
