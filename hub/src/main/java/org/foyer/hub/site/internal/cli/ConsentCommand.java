package org.foyer.hub.site.internal.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import java.util.concurrent.Callable;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.Consents.Fault;
import org.foyer.hub.site.Node;
import org.foyer.hub.site.internal.api.ConsentDesk;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a person said of being contacted. Each use leaves a line in the audit. */
@Command(
        name = "consent",
        mixinStandardHelpOptions = true,
        description = {
            "Writes down what a person said of being contacted, when --said is given; it counts at once.",
            "Prints what stands for each purpose and channel and all that was said, or the receipt, as JSON."
        })
final class ConsentCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    PeopleCommand.HouseOption of = new PeopleCommand.HouseOption();

    @Parameters(paramLabel = "PERSON", description = "Key of the person, as find prints it.")
    long person;

    @Option(names = "--said", paramLabel = "S", description = "given, withdrawn or objected.")
    @Nullable
    String said;

    @Option(
            names = "--purpose",
            paramLabel = "P",
            split = ",",
            description = "programme, partners, surveys; several with commas.")
    List<String> purposes = List.of();

    @Option(
            names = "--channel",
            paramLabel = "C",
            split = ",",
            description = "email, post, telephone, sms; several with commas.")
    List<String> channels = List.of();

    @Option(
            names = "--way",
            paramLabel = "W",
            description = "How they said it: box-office, form, paper, telephone, email or file.")
    @Nullable
    String way;

    @Option(names = "--wording", paramLabel = "T", description = "What they agreed to, word for word; for a consent.")
    @Nullable
    String wording;

    @Option(names = "--language", paramLabel = "L", description = "Of the wording and the receipt: fr (default) or en.")
    String language = "fr";

    @Option(names = "--until", paramLabel = "DAY", description = "Last day of the consent, such as 2027-12-31.")
    @Nullable
    String until;

    @Option(names = "--receipt", description = "Prints the receipt (ISO/IEC TS 27560, JSON-LD).")
    boolean receipt;

    ConsentCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws JsonProcessingException {
        try (Node node = of.data.open()) {
            ConsentDesk desk = new ConsentDesk(
                    node.consents(),
                    node.intake().rights(),
                    node.audit(),
                    Actor.commandLine(),
                    DataOption.house(node, of.house));
            List<Fault> faults = said == null
                    ? List.of()
                    : desk.say(person, new ConsentDesk.Saying(said, purposes, channels, way, wording, language, until));
            if (!faults.isEmpty()) {
                faults.forEach(fault -> console.tell(fault.code(), fault.arguments()));
                return ExitCode.REFUSED;
            }
            console.data(PeopleCommand.json(receipt ? desk.receipt(person, language) : desk.of(person)));
            return ExitCode.OK;
        }
    }
}
