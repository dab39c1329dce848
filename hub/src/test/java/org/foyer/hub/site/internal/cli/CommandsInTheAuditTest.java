package org.foyer.hub.site.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.foyer.hub.site.Node;
import org.foyer.hub.site.NodeSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Every command that opens a data folder leaves a line in the audit, for the house that it names: each is run with whatever its
 * options ask for, and it does not matter what comes of it.
 */
class CommandsInTheAuditTest {

    /** They keep the node running, whose acts are in the audit themselves; the demonstration fills a folder of its own. */
    private static final Set<String> SERVING = Set.of("serve", "demo", "demo-neighbour");

    private static final int COMMANDS_LEAST = 60;

    @TempDir
    Path folder;

    private final ByteArrayOutputStream told = new ByteArrayOutputStream();

    /** A line of the audit. */
    private record Line(long sequence, long house, String action, String detail) {}

    private int run(List<String> arguments) {
        PrintStream both = new PrintStream(told, true, StandardCharsets.UTF_8);
        return Commands.run(
                new Console(InputStream.nullInputStream(), both, both, false, Locale.ENGLISH),
                arguments.toArray(String[]::new));
    }

    private List<Line> lines() throws SQLException {
        List<Line> lines = new ArrayList<>();
        try (Connection register = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("data/register.db"));
                Statement statement = register.createStatement();
                ResultSet row = statement.executeQuery(
                        "select sequence, house, action, detail from audit where actor = 'command-line' order by sequence")) {
            while (row.next()) {
                lines.add(new Line(row.getLong(1), row.getLong(2), row.getString(3), row.getString(4)));
            }
        }
        return lines;
    }

    private static Stream<CommandSpec> leaves(CommandSpec command) {
        return command.subcommands().isEmpty() || !command.args().isEmpty() && command.findOption("--data") != null
                ? Stream.concat(Stream.of(command), below(command))
                : below(command);
    }

    private static Stream<CommandSpec> below(CommandSpec command) {
        return command.subcommands().values().stream()
                .map(CommandLine::getCommandSpec)
                .flatMap(CommandsInTheAuditTest::leaves);
    }

    private static List<CommandSpec> all(Console console) {
        CommandLine line = new CommandLine(new FoyerCommand(), new ConsoleFactory(console));
        FoyerCommand.COMMANDS.forEach(line::addSubcommand);
        return below(line.getCommandSpec())
                .filter(command -> command.findOption("--data") != null)
                .filter(command -> !SERVING.contains(command.name()))
                .toList();
    }

    /** A value of the type that the option or parameter has. */
    private String value(ArgSpec arg) throws IOException {
        Class<?> type = arg.isMultiValue() ? arg.auxiliaryTypes()[0] : arg.type();
        if (type.isEnum()) {
            return type.getEnumConstants()[0].toString();
        }
        if (type == LocalDate.class) {
            return "2026-01-01";
        }
        if (Map.class.isAssignableFrom(arg.type())) {
            return "email=x";
        }
        if (type == Path.class || arg.paramLabel().contains("FILE")) {
            return Files.writeString(folder.resolve("file.csv"), "a;b\n1;2\n").toString();
        }
        return type == String.class ? "x" : "1";
    }

    /** Of options that exclude each other none is said, unless it is needed. */
    private static boolean isOneOfSeveral(ArgSpec arg) {
        return arg.group() != null && arg.group().exclusive();
    }

    private List<String> arguments(CommandSpec command) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(command.qualifiedName().split(" ")));
        arguments.remove(0);
        for (CommandLine.Model.PositionalParamSpec parameter : command.positionalParameters()) {
            if (parameter.arity().min() > 0) {
                arguments.add(value(parameter));
            }
        }
        for (CommandLine.Model.OptionSpec option : command.options()) {
            String name = option.longestName();
            if (name.equals("--data")) {
                arguments.addAll(List.of(name, folder.resolve("data").toString()));
            } else if (name.equals("--house")) {
                arguments.addAll(List.of(name, "theatre-du-port"));
            } else if (name.equals("--address")) {
                arguments.addAll(List.of(name, "https://node.example"));
            } else if (option.required() && !isOneOfSeveral(option)) {
                arguments.addAll(List.of(name, value(option)));
            }
        }
        return arguments;
    }

    /** Its name and no more, for the house where one was named; a warehouse made again says so in words of its own. */
    private static boolean isOf(CommandSpec command, Line line) {
        long house = command.findOption("--house") == null ? 0 : 1;
        return line.house() == house
                        && line.detail().equals(command.qualifiedName().substring("foyer ".length()))
                || line.action().equals("warehouse-rebuilt");
    }

    @Test
    void everyCommandLeavesALineForTheHouseThatItNames() throws Exception {
        String data = folder.resolve("data").toString();
        assertThat(run(List.of(
                        "house", "add", "Théâtre du Port", "--discipline", "theatre", "--seats", "9", "--data", data)))
                .isZero();
        List<String> silent = new ArrayList<>();
        List<String> unseen = new ArrayList<>();
        List<CommandSpec> commands =
                all(new Console(InputStream.nullInputStream(), System.out, System.err, false, Locale.ENGLISH));
        assertThat(commands).hasSizeGreaterThanOrEqualTo(COMMANDS_LEAST);
        for (CommandSpec command : commands) {
            long before = lines().size();
            told.reset();
            List<String> arguments = arguments(command);
            int code = run(arguments);
            List<Line> lines = lines();
            List<Line> added = lines.subList((int) before, lines.size());
            if (added.isEmpty()) {
                silent.add(arguments + " → " + code + " "
                        + told.toString(StandardCharsets.UTF_8).lines().limit(3).toList());
            } else if (added.stream().noneMatch(line -> isOf(command, line))) {
                unseen.add(arguments + " → " + added);
            }
        }
        assertThat(silent).isEmpty();
        assertThat(unseen).isEmpty();
        try (Node node = Node.open(NodeSettings.of(folder.resolve("data"), variable -> null))) {
            assertThat(node.audit().intact()).isTrue();
        }
    }
}
