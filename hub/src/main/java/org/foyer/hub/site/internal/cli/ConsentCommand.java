package org.foyer.hub.site.internal.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.foyer.hub.governance.Consents.Fault;
import org.foyer.hub.site.Node;
import org.foyer.hub.site.internal.api.ConsentDesk;
import org.foyer.hub.site.internal.server.JsonFormat;
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
    HouseOption of = new HouseOption();

    @Parameters(paramLabel = "PERSON", description = "Key of the person, as find prints it.")
    long person;

    @Mixin
    SayingOptions saying = new SayingOptions();

    @Option(names = "--receipt", description = "Prints the receipt (ISO/IEC TS 27560, JSON-LD).")
    boolean receipt;

    ConsentCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (Node node = of.open()) {
            ConsentDesk desk = PeopleCommand.consentDesk(node, of);
            List<Fault> faults = saying.said == null ? List.of() : desk.say(person, saying.saying());
            if (!faults.isEmpty()) {
                faults.forEach(fault -> console.tell(fault.code(), fault.arguments()));
                return ExitCode.REFUSED;
            }
            console.data(JsonFormat.pretty(receipt ? desk.receipt(person, saying.language) : desk.of(person)));
            return ExitCode.OK;
        }
    }
}
