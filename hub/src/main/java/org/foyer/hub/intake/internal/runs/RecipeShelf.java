package org.foyer.hub.intake.internal.runs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.foyer.hub.intake.Matching;
import org.foyer.hub.intake.RecipeName;
import org.foyer.hub.intake.internal.recipe.BuiltInRecipes;
import org.foyer.hub.intake.internal.recipe.Overlay;
import org.foyer.hub.intake.internal.recipe.Recipe;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.store.Register;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Built-in recipes, and above them what each house has said about its own files. */
public final class RecipeShelf {

    private final Register register;
    private final BuiltInRecipes builtIn;

    public RecipeShelf(Register register, BuiltInRecipes builtIn) {
        this.register = register;
        this.builtIn = builtIn;
    }

    private record Kept(int version, JsonNode content) {}

    /** What a house can choose from, with what it says now laid over. */
    List<Recipe> forHouse(HouseId house, Matching matching) {
        Map<String, Kept> kept = latest(house);
        List<Recipe> recipes = new ArrayList<>();
        for (Recipe base : builtIn.all()) {
            boolean meant = matching.recipe() == null || matching.recipe().equals(base.name());
            recipes.add(laidOver(kept.get(base.name()), base, meant ? matching : Matching.NONE));
        }
        return recipes;
    }

    /** Names and editions of {@link #forHouse}. */
    public List<RecipeName> names(HouseId house) {
        return forHouse(house, Matching.NONE).stream().map(Recipe::id).toList();
    }

    private static Recipe laidOver(@Nullable Kept kept, Recipe base, Matching now) {
        boolean says = !now.columns().isEmpty() || !now.values().isEmpty();
        if (kept == null && !says) {
            return base;
        }
        int version = kept == null ? 0 : kept.version();
        JsonNode earlier =
                kept == null ? MissingNode.getInstance() : kept.content().path("overlay");
        Recipe same = Overlay.over(base, earlier, now, version);
        boolean unchanged = kept != null && kept.content().equals(same.content());
        return unchanged ? same : Overlay.over(base, earlier, now, version + 1);
    }

    /** The latest edition of each recipe that the house laid something over, by name. */
    private Map<String, Kept> latest(HouseId house) {
        return register.read(handle -> handle.createQuery(
                        "select r.name, r.version, r.content from recipe r where r.house = :house and r.version ="
                                + " (select max(s.version) from recipe s where s.house = r.house and s.name = r.name)"
                                + " order by r.id")
                .bind("house", house.value())
                .reduceRows(new HashMap<String, Kept>(), (all, row) -> {
                    all.put(
                            row.getColumn("name", String.class),
                            new Kept(
                                    row.getColumn("version", Integer.class),
                                    ReportText.tree(row.getColumn("content", String.class))));
                    return all;
                }));
    }

    /** Number under which the register keeps this edition, kept now when it is new. */
    static long keep(Handle handle, HouseId house, Recipe recipe, Instant now) {
        boolean own = !recipe.content().path("overlay").isEmpty();
        return keep(
                handle,
                own ? house.value() : null,
                recipe.name(),
                recipe.id().version(),
                recipe.content().toString(),
                now);
    }

    /** Number of the recipe that stands for none. */
    static long keepNone(Handle handle, Instant now) {
        return keep(handle, null, "none", 0, "{}", now);
    }

    private static long keep(
            Handle handle, @Nullable Integer house, String name, int version, String content, Instant now) {
        String owner = house == null ? "house is null" : "house = " + house;
        Optional<Long> found = handle.createQuery("select id from recipe where " + owner
                        + " and name = :name and version = :version and content = :content order by id limit 1")
                .bind("name", name)
                .bind("version", version)
                .bind("content", content)
                .mapTo(Long.class)
                .findOne();
        return found.orElseGet(
                () -> handle.createUpdate("insert into recipe (house, name, version, content, created_at)"
                                + " values (:house, :name, :version, :content, :now)")
                        .bind("house", house)
                        .bind("name", name)
                        .bind("version", version)
                        .bind("content", content)
                        .bind("now", now.toEpochMilli())
                        .executeAndReturnGeneratedKeys("id")
                        .mapTo(Long.class)
                        .one());
    }

    /** A recipe as it was when a run used it. */
    Recipe byNumber(long id) {
        return register.read(handle -> handle.createQuery("select version, content from recipe where id = :id")
                .bind("id", id)
                .map((row, context) ->
                        BuiltInRecipes.fromContent(ReportText.tree(row.getString("content")), row.getInt("version")))
                .one());
    }
}
