package org.foyer.hub.site.internal.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.foyer.hub.insight.FileForecast;
import org.foyer.hub.insight.ForecastFileRefused;
import org.foyer.hub.insight.ForecastProblem;
import org.foyer.hub.insight.SalesForecasts;
import org.foyer.hub.model.House;
import org.foyer.hub.site.Node;
import org.foyer.hub.site.internal.api.Parameters;
import org.foyer.hub.site.internal.security.Refused;
import org.foyer.hub.site.internal.server.JsonFormat;
import org.foyer.hub.site.internal.server.Sentences;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Forecasts sales from a file, or of a house's next performances. */
@Command(
        name = "forecast",
        mixinStandardHelpOptions = true,
        description = "Forecasts final sales, or weeks to come, where that beats guessing; prints its error beside it.",
        footer = {
            "",
            "A file of bookings has the columns performance, days_before, tickets (net tickets of that day) and, where known,",
            "production, genre, price, capacity, starts, ended (yes or no; without it all are over). Of a performance that",
            "is not over, the row with the fewest days before tells today.",
            "A file of weeks has the columns week (2026-W48 or a date) and tickets."
        })
final class ForecastCommand implements Callable<Integer> {

    private static final int WEEKS_MAX = 52;
    private static final int PERFORMANCES = 50;

    private final Console console;

    @Mixin
    DataOption data = new DataOption();

    @Option(names = "--ahead", defaultValue = "8", paramLabel = "N", description = "Weeks to forecast (default: 8).")
    int ahead;

    @Option(names = "--house", paramLabel = "NAME", description = "A house's next performances instead of a file.")
    @Nullable
    String house;

    @Option(names = "--as-of", paramLabel = "DATE", description = "Day as of which a house is told (default: today).")
    @Nullable
    String asOf;

    @Option(names = "--format", defaultValue = "text", description = "${COMPLETION-CANDIDATES} (default: text).")
    ForecastFormat format = ForecastFormat.text;

    @picocli.CommandLine.Parameters(arity = "0..1", paramLabel = "FILE.csv", description = "The table, with a header.")
    @Nullable
    Path file;

    ForecastCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws JsonProcessingException {
        if ((file == null) == (house == null)) {
            throw new Refused(400, "forecast-file-or-house");
        }
        if (ahead < 1 || ahead > WEEKS_MAX) {
            throw new Refused(400, "parameter-unreadable", "--ahead", Integer.toString(ahead));
        }
        return file == null ? house(String.valueOf(house)) : file(file);
    }

    private int file(Path read) throws JsonProcessingException {
        if (!Files.isReadable(read) || Files.isDirectory(read)) {
            throw new Refused(404, "file-not-here", read.toString());
        }
        try {
            print(SalesForecasts.ofFile(read, ahead));
            return ExitCode.OK;
        } catch (ForecastFileRefused e) {
            e.problems().forEach(problem -> tell(read, problem));
            return ExitCode.REFUSED;
        }
    }

    private void tell(Path read, ForecastProblem problem) {
        Sentences sentences = Sentences.in(console.language());
        String place = read.getFileName()
                + (problem.line() > 0 ? ":" + problem.line() : "")
                + (problem.column() > 0 ? ":" + problem.column() : "");
        String mend = sentences.mend(problem.code(), problem.arguments());
        console.say(place + "  " + sentences.sentence(problem.code(), problem.arguments())
                + (mend.isEmpty() ? "" : " – " + mend));
    }

    /** The same as of a file, of the performances that a house has ahead. */
    private int house(String slug) throws JsonProcessingException {
        try (Node node = data.open()) {
            House found = DataOption.house(node, slug);
            var today = Parameters.day(
                    "as-of", asOf, Parameters.today(found, node.settings().clock()));
            print(HouseForecast.of(node, found, today, PERFORMANCES));
            return ExitCode.OK;
        }
    }

    private void print(FileForecast forecast) throws JsonProcessingException {
        switch (format) {
            case json ->
                console.data(JsonFormat.mapper()
                        .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                        .writerWithDefaultPrettyPrinter()
                        .writeValueAsString(forecast));
            case csv -> console.data(ForecastTable.of(forecast));
            case text ->
                console.data(String.join(System.lineSeparator(), new ForecastText(console.language()).of(forecast)));
        }
    }
}
