package org.foyer.hub.site.internal.cli;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.intake.HouseIdentifiers;
import org.foyer.hub.intake.RunReport;
import org.foyer.hub.intake.RunState;
import org.foyer.hub.model.ExternalIdCell;
import org.foyer.hub.model.House;
import org.foyer.hub.site.Node;
import org.foyer.kit.Problem;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** By which identifiers other registers know a house. */
@Command(
        name = "identifiers",
        mixinStandardHelpOptions = true,
        description = "Tells, or says, by which identifiers other registers know a house.")
final class IdentifiersCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    HouseOption of = new HouseOption();

    @Option(
            names = "--say",
            paramLabel = "IDS",
            description = "All of them, such as \"siret: 73282932000074; isni: 0000 0001 2146 438X\"; empty for none.")
    @Nullable
    String said;

    IdentifiersCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (Node node = of.open()) {
            House found = of.house(node);
            HouseIdentifiers identifiers = node.intake().identifiers();
            String wish = said;
            if (wish != null && !say(node, found, identifiers, wish)) {
                return ExitCode.REFUSED;
            }
            console.data(identifiers.of(found.id()).stream()
                    .map(one -> ExternalIdCell.told(one.id()) + "\t" + one.source())
                    .collect(Collectors.joining("\n")));
            return ExitCode.OK;
        }
    }

    private boolean say(Node node, House house, HouseIdentifiers identifiers, String wish) {
        HouseIdentifiers.Outcome outcome =
                identifiers.say(house.id(), wish, Actor.commandLine().login());
        RunReport run = outcome.run();
        boolean refused = !outcome.problems().isEmpty() || run != null && run.state() != RunState.COMMITTED;
        if (refused) {
            List<Problem> problems = run == null ? outcome.problems() : run.problems();
            problems.forEach(problem -> console.tell(problem.code(), problem.arguments()));
            return false;
        }
        if (run != null) {
            node.audit().write(Actor.commandLine(), house.id(), "house-identifiers-said", null, wish.strip());
        }
        return true;
    }
}
