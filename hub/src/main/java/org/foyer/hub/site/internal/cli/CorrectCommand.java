package org.foyer.hub.site.internal.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import org.foyer.hub.site.Node;
import org.foyer.hub.site.internal.api.PeopleDesk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Puts contacts of a person right. */
@Command(
        name = "correct",
        mixinStandardHelpOptions = true,
        description = {
            "Puts contacts of a buyer right and prints all that is held then, as JSON.",
            "It holds for as long as files say what was wrong; correct it in the ticketing tool too."
        })
final class CorrectCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    HouseOption of = new HouseOption();

    @Parameters(paramLabel = "PERSON", description = "Key of the person, as find prints it.")
    long person;

    @Option(
            names = "--set",
            required = true,
            paramLabel = "CONTACT=VALUE",
            description =
                    "lastName, firstName, email, phone, street, postcode, city, country or birthYear, for instance "
                            + "--set postcode=75012; nothing after = for nothing.")
    Map<String, String> contacts = Map.of();

    CorrectCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (Node node = of.open()) {
            PeopleDesk desk = PeopleCommand.desk(node, of);
            return PeopleCommand.told(console, desk, person, desk.correct(person, contacts));
        }
    }
}
