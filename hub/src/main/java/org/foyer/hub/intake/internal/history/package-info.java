/** What became of records, read out of what sources said of them, and the way back. */
@org.jspecify.annotations.NullMarked
package org.foyer.hub.intake.internal.history;
