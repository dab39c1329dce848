/** Addresses, connections and patience; closed to other rooms. */
@org.jspecify.annotations.NullMarked
package org.foyer.hub.fetching.internal;
