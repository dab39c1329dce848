/** Programme, identifiers, linked data and feeds. */
@org.jspecify.annotations.NullMarked
package org.foyer.hub.catalogue;
