package org.foyer.hub.site.internal.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.concurrent.Callable;
import org.foyer.hub.site.Node;
import org.foyer.hub.site.internal.api.PeopleDesk;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes down whether a person objects to being counted. */
@Command(
        name = "object",
        mixinStandardHelpOptions = true,
        description = {
            "Writes down that a buyer objects to being counted in figures of people and segments; it counts at once.",
            "Prints all that is held then, as JSON."
        })
final class ObjectCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    HouseOption of = new HouseOption();

    @Parameters(paramLabel = "PERSON", description = "Key of the person, as find prints it.")
    long person;

    @Option(
            names = "--way",
            paramLabel = "W",
            description = "How it was said: box-office, form, paper, telephone, email.")
    @Nullable
    String way;

    @Option(names = "--withdraw", description = "The buyer agrees to be counted again.")
    boolean withdraw;

    ObjectCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws JsonProcessingException {
        try (Node node = of.open()) {
            PeopleDesk desk = PeopleCommand.desk(node, of);
            return PeopleCommand.told(console, desk, person, desk.object(person, !withdraw, way));
        }
    }
}
