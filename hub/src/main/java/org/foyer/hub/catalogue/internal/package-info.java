/** The programme read from the warehouse in pages and written as linked data and calendars. */
@org.jspecify.annotations.NullMarked
package org.foyer.hub.catalogue.internal;
