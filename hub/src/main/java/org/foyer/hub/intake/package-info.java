/** Receive, recognise, read, map, check, load, report; quarantine and undo. */
@org.jspecify.annotations.NullMarked
package org.foyer.hub.intake;
