/** Exact tables with their margins: what must be hidden in them, and the proof that it stays hidden. */
@org.jspecify.annotations.NullMarked
package org.foyer.hub.governance.internal.table;
