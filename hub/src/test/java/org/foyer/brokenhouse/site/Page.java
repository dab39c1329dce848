package org.foyer.brokenhouse.site;

import org.foyer.brokenhouse.store.Shelf;

/** A call that is allowed. */
public record Page(Shelf shelf) {}
