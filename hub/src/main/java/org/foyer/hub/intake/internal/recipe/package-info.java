/** Recipes: how the columns and words of one source become ours; data, not code. */
@org.jspecify.annotations.NullMarked
package org.foyer.hub.intake.internal.recipe;
