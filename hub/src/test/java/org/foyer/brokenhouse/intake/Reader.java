package org.foyer.brokenhouse.intake;

import org.foyer.brokenhouse.insight.internal.Sum;

/** A room that reaches into the inner part of one it may not call: two holes. */
public record Reader(Sum sum) {}
