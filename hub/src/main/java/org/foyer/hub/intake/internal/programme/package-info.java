/** Programmes: sources that give them and the load that keeps works, their order and those who are credited. */
@org.jspecify.annotations.NullMarked
package org.foyer.hub.intake.internal.programme;
