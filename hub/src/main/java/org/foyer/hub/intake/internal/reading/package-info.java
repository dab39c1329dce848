/** From received bytes to one working table: recognises a file, reads it once, accounts for every line. */
@org.jspecify.annotations.NullMarked
package org.foyer.hub.intake.internal.reading;
