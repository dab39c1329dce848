package org.foyer.hub.site.internal.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.foyer.hub.site.Node;
import org.foyer.hub.site.internal.api.ConsentDesk;
import org.foyer.hub.site.internal.api.ListedPeople;
import org.foyer.hub.site.internal.security.Refused;
import org.foyer.hub.site.internal.server.JsonFormat;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** What all people of a list said of being contacted. */
@Command(
        name = "consents",
        mixinStandardHelpOptions = true,
        description = {
            "Writes down that all people of a list said the same of being contacted; all or nothing, and it counts at once.",
            "Prints of how many, as JSON. The list is not kept."
        })
final class ConsentListCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    HouseOption of = new HouseOption();

    @Parameters(
            paramLabel = "FILE",
            description = "CSV or text, one person in each line: an e-mail or a customer number.")
    Path file = Path.of("");

    @Mixin
    SayingOptions saying = new SayingOptions();

    ConsentListCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new Refused(404, "file-not-here", file.toString());
        }
        if (Files.size(file) > ListedPeople.BYTES_MAX) {
            throw ListedPeople.tooLong();
        }
        try (Node node = of.open()) {
            return write(PeopleCommand.consentDesk(node, of), ListedPeople.of(Files.readAllBytes(file)));
        }
    }

    private Integer write(ConsentDesk desk, ListedPeople listed) {
        ConsentDesk.OfList done = desk.sayAll(listed, saying.saying());
        if (!done.people().faults().isEmpty()) {
            done.people().faults().forEach(fault -> console.tell(fault.code(), fault.arguments()));
            return ExitCode.REFUSED;
        }
        console.data(JsonFormat.pretty(done));
        return ExitCode.OK;
    }
}
