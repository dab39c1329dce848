package org.foyer.brokenhouse.model;

import org.foyer.brokenhouse.store.Shelf;

/** A word that knows a store: a hole the rule must find. */
public record Ticket(Shelf shelf) {}
