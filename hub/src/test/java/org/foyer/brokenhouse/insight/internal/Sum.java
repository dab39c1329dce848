package org.foyer.brokenhouse.insight.internal;

/** An inner part. */
public record Sum(long value) {}
