/** The one place through which anything is asked of the network, and what it may ask. */
@org.jspecify.annotations.NullMarked
package org.foyer.hub.fetching;
