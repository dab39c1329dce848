package org.foyer.hub.site.internal.cli;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code foyer} itself, which only has commands. */
@Command(
        name = "foyer",
        mixinStandardHelpOptions = true,
        versionProvider = FoyerVersion.class,
        description = "Where the data of performing-arts houses meets.",
        footer = {
            "",
            "Exit codes: 0 done; 1 done, something waits for a person (rows in quarantine, totals that differ);",
            "2 not understood; 3 refused or failed, nothing changed; 75 a running node holds the data folder."
        })
final class FoyerCommand implements Runnable {

    /** In the order of the help. */
    static final List<Class<?>> COMMANDS = List.of(
            ServeCommand.class,
            DemoCommand.class,
            DemoNeighbourCommand.class,
            ImportCommand.class,
            SourcesCommand.class,
            UndoCommand.class,
            RunsCommand.class,
            FiguresCommand.class,
            AudienceCommand.class,
            SegmentCommand.class,
            SurveyCommand.class,
            CompareCommand.class,
            OverlapCommand.class,
            GrantCommand.class,
            TourCommand.class,
            AskCommand.class,
            ObservatoryCommand.class,
            NetworkCommand.class,
            ProtectionCommand.class,
            ExportCommand.class,
            SearchCommand.class,
            ReconcileCommand.class,
            HouseCommand.class,
            AccountCommand.class,
            PeopleCommand.class,
            ModelCommand.class,
            ForecastCommand.class,
            LinkCommand.class,
            MatchesCommand.class,
            SheetsCommand.class,
            DoublesCommand.class,
            QualityCommand.class,
            PublishCommand.class,
            VocabulariesCommand.class,
            DataSpaceCommand.class,
            SimulateCommand.class,
            RebuildCommand.class);

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before it runs
    CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command?");
    }
}
