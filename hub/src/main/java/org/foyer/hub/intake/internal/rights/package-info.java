/** What the people in the data may ask of a house: to see, to take along, to be forgotten. */
@org.jspecify.annotations.NullMarked
package org.foyer.hub.intake.internal.rights;
