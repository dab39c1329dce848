/** Things of a house that are told twice. */
@org.jspecify.annotations.NullMarked
package org.foyer.hub.intake.internal.doubles;
