/** Checked rows become facts and dimensions of the warehouse, set by set, inside one transaction. */
@org.jspecify.annotations.NullMarked
package org.foyer.hub.intake.internal.loading;
