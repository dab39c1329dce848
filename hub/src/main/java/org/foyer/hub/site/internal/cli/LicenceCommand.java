package org.foyer.hub.site.internal.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.foyer.hub.catalogue.Licences;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.model.House;
import org.foyer.hub.site.Node;
import org.foyer.hub.site.internal.security.Refused;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Under which licence a house opens its programme. */
@Command(
        name = "licence",
        mixinStandardHelpOptions = true,
        description = "Tells, or says, under which licence a house opens its programme.")
final class LicenceCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    HouseOption of = new HouseOption();

    @Option(
            names = "--say",
            paramLabel = "LICENCE",
            description = "CC0-1.0, CC-BY-4.0, CC-BY-SA-4.0, etalab-2.0, ODbL-1.0, or none.")
    @Nullable
    String said;

    LicenceCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (Node node = of.open()) {
            House found = of.house(node);
            Licences licences = node.catalogue().licences();
            String wish = said;
            if (wish != null) {
                licences.say(found, named(wish), Actor.commandLine());
            }
            console.data(licences.of(found.id()).map(Licences.Licence::id).orElse("none"));
            return ExitCode.OK;
        }
    }

    private static Optional<Licences.Licence> named(String wish) {
        if (wish.equals("none")) {
            return Optional.empty();
        }
        Optional<Licences.Licence> licence = Licences.named(wish);
        if (licence.isEmpty()) {
            String known = Licences.ALL.stream().map(Licences.Licence::id).collect(Collectors.joining(", "));
            throw new Refused(400, "licence-unknown", wish, known);
        }
        return licence;
    }
}
