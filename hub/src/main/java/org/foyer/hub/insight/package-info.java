/** Indicators, curves and comparisons. */
@org.jspecify.annotations.NullMarked
package org.foyer.hub.insight;
