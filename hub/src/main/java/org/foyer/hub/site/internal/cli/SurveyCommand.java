package org.foyer.hub.site.internal.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.insight.Survey;
import org.foyer.hub.insight.Surveys;
import org.foyer.hub.insight.Surveys.Batch;
import org.foyer.hub.insight.Surveys.Fault;
import org.foyer.hub.model.House;
import org.foyer.hub.site.Node;
import org.foyer.hub.site.internal.api.Parameters;
import org.foyer.hub.site.internal.api.SurveyDesk;
import org.foyer.hub.site.internal.server.CsvTable;
import org.foyer.hub.site.internal.server.JsonFormat;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Surveys of the public of a house. */
@Command(
        name = "survey",
        mixinStandardHelpOptions = true,
        description = "Makes and ends surveys of the public, takes answers on paper, prints what was answered.",
        subcommands = {
            SurveyCommand.ListThem.class,
            SurveyCommand.Make.class,
            SurveyCommand.Results.class,
            SurveyCommand.Peers.class,
            SurveyCommand.End.class,
            SurveyCommand.Tablet.class,
            SurveyCommand.Template.class,
            SurveyCommand.Import.class,
            SurveyCommand.Undo.class
        })
final class SurveyCommand {

    /** What all of them do. */
    abstract static class Work implements Callable<Integer> {

        final Console console;

        @Mixin
        HouseOption of = new HouseOption();

        Work(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() throws IOException {
            try (Node node = of.open()) {
                House house = of.house(node);
                SurveyDesk desk = new SurveyDesk(
                        node.surveys(),
                        node.surveyComparisons(),
                        Actor.commandLine(),
                        house,
                        Parameters.today(house, node.settings().clock()));
                if (shows()) {
                    DataOption.figuresSeen(node, house, "surveys");
                }
                return work(desk);
            }
        }

        /** Whether it shows what people answered. */
        boolean shows() {
            return false;
        }

        abstract int work(SurveyDesk desk) throws IOException;

        int faults(List<Fault> faults) {
            for (Fault fault : faults) {
                if (fault.line() > 0) {
                    console.say(fault.line() + (fault.field().isEmpty() ? "" : ", " + fault.field()) + ":");
                }
                console.tell(fault.code(), fault.arguments());
            }
            return ExitCode.REFUSED;
        }
    }

    /** One survey. */
    abstract static class OneWork extends Work {

        @CommandLine.Parameters(index = "0", paramLabel = "SURVEY", description = "Short name, as list prints it.")
        String survey = "";

        OneWork(Console console) {
            super(console);
        }
    }

    /** Lists. */
    @Command(name = "list", mixinStandardHelpOptions = true, description = "Prints the surveys of the house, as JSON.")
    static final class ListThem extends Work {

        ListThem(Console console) {
            super(console);
        }

        @Override
        int work(SurveyDesk desk) throws IOException {
            console.data(JsonFormat.pretty(desk.all().stream().map(desk::told).toList()));
            return ExitCode.OK;
        }
    }

    /** Makes one. */
    @Command(name = "make", mixinStandardHelpOptions = true, description = "Makes a survey and prints where it is.")
    static final class Make extends Work {

        @Option(names = "--title-fr", paramLabel = "T", description = "Title in French; one of both is needed.")
        @Nullable
        String french;

        @Option(names = "--title-en", paramLabel = "T", description = "Title in English.")
        @Nullable
        String english;

        @Option(names = "--name", paramLabel = "N", description = "Short name (default: made from the title).")
        @Nullable
        String slug;

        @Option(names = "--ask", paramLabel = "Q", description = "An optional question; may be given several times.")
        List<String> optional = List.of();

        @Option(names = "--opens", paramLabel = "DAY", description = "First day (default: today).")
        @Nullable
        String opens;

        @Option(names = "--closes", paramLabel = "DAY", description = "Last day (default: no end).")
        @Nullable
        String closes;

        Make(Console console) {
            super(console);
        }

        @Override
        int work(SurveyDesk desk) throws IOException {
            Surveys.Made made = desk.make(new SurveyDesk.Wishing(slug, french, english, optional, opens, closes));
            Survey survey = made.survey();
            if (survey == null) {
                return faults(made.faults());
            }
            console.data(JsonFormat.pretty(desk.told(survey)));
            return ExitCode.OK;
        }
    }

    /** Results. */
    @Command(
            name = "results",
            mixinStandardHelpOptions = true,
            description =
                    "Prints what was answered, weighted where the buyers are known, in groups of five people or more.")
    static final class Results extends OneWork {

        Results(Console console) {
            super(console);
        }

        @Override
        boolean shows() {
            return true;
        }

        @Override
        int work(SurveyDesk desk) throws IOException {
            console.data(JsonFormat.pretty(desk.results(survey)));
            return ExitCode.OK;
        }
    }

    /** Beside peers. */
    @Command(
            name = "peers",
            mixinStandardHelpOptions = true,
            description =
                    "Prints the core questions beside the quartiles of at least five other houses, of the last twelve"
                            + " full months, or why they are not shown.")
    static final class Peers extends OneWork {

        Peers(Console console) {
            super(console);
        }

        @Override
        boolean shows() {
            return true;
        }

        @Override
        int work(SurveyDesk desk) throws IOException {
            console.data(JsonFormat.pretty(desk.peers(survey)));
            return ExitCode.OK;
        }
    }

    /** Ends one. */
    @Command(name = "end", mixinStandardHelpOptions = true, description = "Ends a survey today; its answers stay.")
    static final class End extends OneWork {

        End(Console console) {
            super(console);
        }

        @Override
        int work(SurveyDesk desk) throws IOException {
            desk.end(survey);
            console.data(JsonFormat.pretty(desk.told(desk.find(survey))));
            return ExitCode.OK;
        }
    }

    /** A link for a tablet. */
    @Command(
            name = "tablet",
            mixinStandardHelpOptions = true,
            description = "Makes a link for a tablet and prints it; the link before ends.")
    static final class Tablet extends OneWork {

        Tablet(Console console) {
            super(console);
        }

        @Override
        int work(SurveyDesk desk) {
            console.data(desk.tablet(survey));
            return ExitCode.OK;
        }
    }

    /** A file to begin with. */
    @Command(
            name = "template",
            mixinStandardHelpOptions = true,
            description = "Prints the header of a file of answers on paper, and a row that can be read.")
    static final class Template extends OneWork {

        Template(Console console) {
            super(console);
        }

        @Override
        int work(SurveyDesk desk) {
            List<List<String>> rows = desk.template(survey);
            CsvTable table = new CsvTable(rows.get(0).toArray(new String[0]));
            rows.subList(1, rows.size()).forEach(row -> table.row(row.toArray()));
            console.data(table.toString());
            return ExitCode.OK;
        }
    }

    /** Answers on paper. */
    @Command(
            name = "import",
            mixinStandardHelpOptions = true,
            description =
                    "Takes a file (CSV) of answers on paper: all of it, or nothing and every cell that cannot be read.")
    static final class Import extends OneWork {

        @CommandLine.Parameters(index = "1", paramLabel = "FILE")
        Path file = Path.of("");

        @Option(names = "--day", paramLabel = "DAY", description = "Day of rows that have none (default: today).")
        @Nullable
        String day;

        Import(Console console) {
            super(console);
        }

        @Override
        int work(SurveyDesk desk) throws IOException {
            try (InputStream csv = Files.newInputStream(file)) {
                Surveys.Paper paper = desk.paper(survey, csv, day);
                Batch batch = paper.batch();
                if (batch == null) {
                    return faults(paper.faults());
                }
                console.data(JsonFormat.pretty(batch));
                return ExitCode.OK;
            }
        }
    }

    /** Takes them back. */
    @Command(name = "undo", mixinStandardHelpOptions = true, description = "Deletes the answers of a file of paper.")
    static final class Undo extends OneWork {

        @CommandLine.Parameters(index = "1", paramLabel = "NUMBER", description = "Of the file, as import prints it.")
        int batch;

        Undo(Console console) {
            super(console);
        }

        @Override
        int work(SurveyDesk desk) throws IOException {
            desk.undo(survey, batch);
            console.data(JsonFormat.pretty(desk.batches(survey)));
            return ExitCode.OK;
        }
    }
}
