/** How a programme goes out to agendas of others, and what stands there. */
@org.jspecify.annotations.NullMarked
package org.foyer.hub.catalogue.internal.publication;
