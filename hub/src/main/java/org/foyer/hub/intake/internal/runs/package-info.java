/** Runs from their beginning to their report: two stores kept in step, undo, rebuild, quarantine and proof. */
@org.jspecify.annotations.NullMarked
package org.foyer.hub.intake.internal.runs;
