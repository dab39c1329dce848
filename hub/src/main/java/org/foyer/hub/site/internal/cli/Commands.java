package org.foyer.hub.site.internal.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.foyer.hub.exchange.NodeKeyMissing;
import org.foyer.hub.intake.QueueFull;
import org.foyer.hub.site.internal.security.Refused;
import org.foyer.hub.site.internal.server.NodeAddress;
import org.foyer.hub.store.DataFolderHeld;
import org.foyer.hub.store.DiskFull;
import org.foyer.hub.store.FileTooLarge;
import org.foyer.hub.store.HouseKeyMissing;
import org.foyer.hub.store.WarehouseBroken;
import picocli.CommandLine;

/** Runs a command line and says by its exit code how it went. */
public final class Commands {

    private Commands() {}

    /** @return see {@link ExitCode} */
    public static int run(Console console, String... arguments) {
        CommandLine line = line(console, arguments);
        line.setOut(new PrintWriter(console.dataStream(), true, StandardCharsets.UTF_8));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionExceptionHandler((failure, command, parsed) -> tell(console, command, failure));
        return line.execute(arguments);
    }

    /** The command that is named alone, since reading the annotations of all takes longer than running one; else all. */
    private static CommandLine line(Console console, String... arguments) {
        CommandLine line = new CommandLine(new FoyerCommand(), new ConsoleFactory(console));
        String wanted = arguments.length == 0 ? "" : arguments[0];
        List<Class<?>> named = FoyerCommand.COMMANDS.stream()
                .filter(command -> name(command).equals(wanted))
                .toList();
        (named.isEmpty() ? FoyerCommand.COMMANDS : named).forEach(line::addSubcommand);
        return line;
    }

    private static String name(Class<?> command) {
        return command.getAnnotation(CommandLine.Command.class).name();
    }

    private static int tell(Console console, CommandLine command, Exception failure) throws Exception {
        if (failure instanceof Refused refused) {
            console.tell(refused.code(), refused.arguments());
            return ExitCode.REFUSED;
        }
        if (failure instanceof DataFolderHeld) {
            console.tell("data-folder-held", List.of(NodeAddress.read(dataOf(command))));
            return ExitCode.HELD;
        }
        if (failure instanceof WarehouseBroken) {
            console.tell("warehouse-broken", List.of());
            return ExitCode.REFUSED;
        }
        if (failure instanceof HouseKeyMissing) {
            console.tell(HouseKeyMissing.CODE, List.of());
            return ExitCode.REFUSED;
        }
        if (failure instanceof NodeKeyMissing missing) {
            console.tell(NodeKeyMissing.CODE, List.of(missing.name()));
            return ExitCode.REFUSED;
        }
        if (failure instanceof DiskFull) {
            console.tell(DiskFull.CODE, List.of());
            return ExitCode.REFUSED;
        }
        if (failure instanceof QueueFull full) {
            console.tell(QueueFull.CODE, List.of(Integer.toString(full.waiting())));
            return ExitCode.REFUSED;
        }
        if (failure instanceof FileTooLarge tooLarge) {
            console.tell("file-too-large", List.of(Long.toString(tooLarge.bytesMax())));
            return ExitCode.REFUSED;
        }
        throw failure;
    }

    private static java.nio.file.Path dataOf(CommandLine command) {
        return command.getCommandSpec().findOption("--data") == null
                ? java.nio.file.Path.of("foyer-data")
                : command.getCommandSpec().findOption("--data").getValue();
    }
}
