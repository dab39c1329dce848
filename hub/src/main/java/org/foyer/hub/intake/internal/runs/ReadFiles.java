package org.foyer.hub.intake.internal.runs;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.foyer.hub.intake.Holds;
import org.foyer.hub.intake.Progress;
import org.foyer.hub.intake.RecipeName;
import org.foyer.hub.intake.RunOrder;
import org.foyer.hub.intake.internal.loading.Stopped;
import org.foyer.hub.intake.internal.recipe.Recipe;
import org.foyer.kit.Problem;
import org.jspecify.annotations.Nullable;

/** The files of an order as they were read before its turn came; closing removes the working files. */
final class ReadFiles implements AutoCloseable {

    private final List<OpenedFile> opened;
    private final @Nullable RunTables tables;
    private final @Nullable RuntimeException failure;

    private ReadFiles(List<OpenedFile> opened, @Nullable RunTables tables, @Nullable RuntimeException failure) {
        this.opened = opened;
        this.tables = tables;
        this.failure = failure;
    }

    /** Opens all files and, when each is ready, writes their tables. What goes wrong is told when the turn has come. */
    static ReadFiles read(RecipeShelf shelf, FileOpening opening, RunOrder order, Progress progress) {
        List<Recipe> recipes = shelf.forHouse(order.house(), order.matching());
        List<Recipe> wanted = wanted(recipes, order.matching().recipe());
        List<OpenedFile> opened = order.files().stream()
                .map(file -> {
                    OpenedFile first = opening.open(order.house(), file, wanted);
                    return first.ready() || wanted.size() == recipes.size()
                            ? first
                            : better(first, opening.open(order.house(), file, recipes));
                })
                .sorted(Comparator.comparingInt(OpenedFile::rank))
                .toList();
        if (!opened.stream().allMatch(OpenedFile::ready)) {
            return new ReadFiles(opened, null, null);
        }
        try {
            return new ReadFiles(opened, RunTables.read(opening, opened, progress), null);
        } catch (RuntimeException failure) {
            return new ReadFiles(opened, null, failure);
        }
    }

    private static OpenedFile better(OpenedFile wanted, OpenedFile any) {
        return any.ready() ? any : wanted;
    }

    private static List<Recipe> wanted(List<Recipe> recipes, @Nullable String name) {
        return name == null
                ? recipes
                : recipes.stream().filter(recipe -> recipe.name().equals(name)).toList();
    }

    static Recipe fitted(OpenedFile file) {
        return Objects.requireNonNull(file.fit()).recipe();
    }

    /** Programmes first. */
    List<OpenedFile> opened() {
        return opened;
    }

    List<Problem> problems() {
        return opened.stream().flatMap(file -> file.problems().stream()).toList();
    }

    /** The file after which the run is named. */
    Optional<OpenedFile> main() {
        return opened.stream().filter(file -> file.fit() != null).max(Comparator.comparingInt(OpenedFile::rank));
    }

    @Nullable
    RecipeName recipe() {
        return main().map(file -> fitted(file).id()).orElse(null);
    }

    @Nullable
    Holds holds() {
        return main().map(file -> fitted(file).holds()).orElse(null);
    }

    /**
     * The tables; nothing when a file is not ready.
     *
     * @throws RuntimeException what went wrong in reading
     */
    Optional<RunTables> tables() {
        if (failure != null) {
            throw failure;
        }
        if (tables != null && !tables.problems().isEmpty()) {
            throw new Stopped(tables.problems().get(0));
        }
        return Optional.ofNullable(tables);
    }

    @Override
    public void close() {
        if (tables != null) {
            tables.close();
        }
    }
}
