/** Node to node, by the Dataspace Protocol 2025-1: what is offered, negotiated and handed over. */
@org.jspecify.annotations.NullMarked
package org.foyer.hub.exchange;
