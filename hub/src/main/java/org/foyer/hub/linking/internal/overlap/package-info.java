/** How many buyers two houses share, found by messages that tell neither who they are. */
@org.jspecify.annotations.NullMarked
package org.foyer.hub.linking.internal.overlap;
