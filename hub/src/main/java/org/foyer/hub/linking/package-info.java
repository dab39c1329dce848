/** Same person, same household: tables of people, the records of each person found together. */
@org.jspecify.annotations.NullMarked
package org.foyer.hub.linking;
