package org.foyer.hub.intake.internal.recipe;

import java.util.List;

/** A recipe does not follow the schema; the message names every violation. */
public final class BrokenRecipe extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BrokenRecipe(String recipe, List<String> violations) {
        super("recipe " + recipe + ": " + String.join("; ", violations));
    }
}
