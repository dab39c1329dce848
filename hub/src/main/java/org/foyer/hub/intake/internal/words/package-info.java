/** What people say of their house's own words, kept in the register and applied to the warehouse. */
@org.jspecify.annotations.NullMarked
package org.foyer.hub.intake.internal.words;
