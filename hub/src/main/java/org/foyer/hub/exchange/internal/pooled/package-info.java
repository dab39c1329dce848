/** A sum over houses on several nodes of which nobody sees a part: secure aggregation after Bonawitz and others (2017). */
@org.jspecify.annotations.NullMarked
package org.foyer.hub.exchange.internal.pooled;
