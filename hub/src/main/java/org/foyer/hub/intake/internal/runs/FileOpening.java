package org.foyer.hub.intake.internal.runs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.foyer.hub.intake.Progress;
import org.foyer.hub.intake.internal.loading.FileTable;
import org.foyer.hub.intake.internal.reading.CleanedTable;
import org.foyer.hub.intake.internal.reading.JsonShape;
import org.foyer.hub.intake.internal.reading.ReadLimits;
import org.foyer.hub.intake.internal.reading.Recogniser;
import org.foyer.hub.intake.internal.reading.Recognition;
import org.foyer.hub.intake.internal.reading.TableReader;
import org.foyer.hub.intake.internal.reading.WorkingTable;
import org.foyer.hub.intake.internal.recipe.Field;
import org.foyer.hub.intake.internal.recipe.Fit;
import org.foyer.hub.intake.internal.recipe.Recipe;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.store.Archive;
import org.foyer.hub.store.ArchivedFile;
import org.foyer.hub.store.LentFile;
import org.foyer.kit.Place;
import org.foyer.kit.Problem;
import org.foyer.kit.Source;

/** Looks at files, chooses the recipe of each and turns them into strict tables. */
public final class FileOpening {

    private final Archive archive;
    private final Path workFolder;
    private final Recogniser recogniser;
    private final TableReader reader;

    /** @param sources families of files whose structure is no plain table */
    public FileOpening(Archive archive, Path workFolder, List<Source> sources, ReadLimits limits) {
        this.archive = archive;
        this.workFolder = workFolder;
        this.recogniser = new Recogniser(sources, limits);
        this.reader = new TableReader(sources, limits);
    }

    private record View(Optional<JsonShape> shape, Fit fit) {}

    /** Looks at a file and finds the recipe that fits it best; of two that fit alike, the one listed first. */
    OpenedFile open(HouseId house, ArchivedFile file, List<Recipe> recipes) {
        if (!archive.holds(house, file.sha256())) {
            Recognition none = unknown(file, "file-not-received");
            return new OpenedFile(house, file, none, null, null, none.problems(), false);
        }
        Recognition recognition;
        try (LentFile plain = archive.lend(house, file.sha256(), workFolder)) {
            recognition = recogniser.recognise(plain.path(), file.name());
        }
        if (recognition.stopped()) {
            return new OpenedFile(house, file, recognition, null, null, recognition.problems(), false);
        }
        List<View> views = new ArrayList<>();
        for (Recipe recipe : recipes) {
            if (isFor(recipe, recognition)) {
                if (recognition.shapes().isEmpty()) {
                    views.add(new View(Optional.empty(), Fit.of(recipe, recognition.header())));
                }
                recognition
                        .shapes()
                        .forEach(shape -> views.add(new View(Optional.of(shape), Fit.of(recipe, shape.columns()))));
            }
        }
        Optional<View> best = views.stream()
                .filter(view -> !view.fit().foreign() && !view.fit().bindings().isEmpty())
                .max(Comparator.comparingInt(view -> view.fit().score()));
        List<Problem> problems = new ArrayList<>(recognition.problems());
        best.ifPresentOrElse(
                view -> missing(file, view.fit(), problems),
                () -> problems.add(Problem.stops("recipe-none-fits", Place.of(file.name()))));
        return new OpenedFile(
                house,
                file,
                recognition,
                best.flatMap(View::shape).orElse(null),
                best.map(View::fit).orElse(null),
                problems,
                false);
    }

    /** Looks again at a file that was read before, with the recipe that was used then. */
    OpenedFile again(HouseId house, RunRow.ReadFile file, Recipe recipe) {
        if (!file.cleaned()) {
            return open(house, file.file(), List.of(recipe));
        }
        try (LentFile plain = archive.lend(house, file.file().sha256(), workFolder)) {
            Recognition seen = CleanedTable.recognition(plain.path());
            return new OpenedFile(house, file.file(), seen, null, Fit.of(recipe, seen.header()), List.of(), true);
        }
    }

    private static Recognition unknown(ArchivedFile file, String code) {
        return new Recognition(
                Recognition.UNKNOWN,
                null,
                null,
                0,
                1,
                false,
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of(Problem.stops(code, Place.of(file.name()))));
    }

    private static boolean isFor(Recipe recipe, Recognition recognition) {
        boolean plain = recipe.shape().equals("table") || recipe.shape().equals("json");
        boolean table = List.of(Recognition.DELIMITED, Recognition.XLSX, Recognition.JSON, Recognition.JSON_LINES)
                .contains(recognition.format());
        return table ? plain || !recipe.marks().isEmpty() : recipe.shape().equals(recognition.format());
    }

    private static void missing(ArchivedFile file, Fit fit, List<Problem> problems) {
        if (!fit.missing().isEmpty()) {
            String fields = fit.missing().stream().map(Field::key).collect(Collectors.joining(", "));
            problems.add(Problem.stops(
                    "columns-missing", Place.of(file.name()), fit.recipe().name(), fields));
        }
    }

    /** Whether the files of a house can never be read again. */
    boolean isLostForGood(HouseId house) {
        return archive.isLostForGood(house);
    }

    /** Reads the whole file into a strict table. Closing the table deletes it. */
    WorkingTable read(OpenedFile opened, Progress progress) {
        try (LentFile plain = archive.lend(opened.house(), opened.file().sha256(), workFolder)) {
            if (opened.cleaned()) {
                return CleanedTable.table(plain.path(), workFolder);
            }
            return reader.read(
                    plain.path(), opened.file().name(), opened.recognition(), opened.shape(), workFolder, progress);
        }
    }

    /** The table as the load wants it. */
    static FileTable table(int number, OpenedFile opened, WorkingTable table, Fit fit, ColumnForms forms) {
        Character separator = opened.recognition().separator();
        return new FileTable(
                number,
                table.file(),
                table.refusedFile(),
                table.records(),
                table.refused(),
                table.padded(),
                fit,
                forms.byField(),
                forms.seen(),
                separator == null ? ';' : separator);
    }
}
