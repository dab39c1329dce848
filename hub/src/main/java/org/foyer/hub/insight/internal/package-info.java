/** Figures computed from the daily cubes, and the dictionary that says what they mean. */
@org.jspecify.annotations.NullMarked
package org.foyer.hub.insight.internal;
