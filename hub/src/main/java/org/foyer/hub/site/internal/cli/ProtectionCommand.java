package org.foyer.hub.site.internal.cli;

import java.util.concurrent.Callable;
import org.foyer.hub.governance.ProtectionSheet;
import org.foyer.hub.governance.Surroundings;
import org.foyer.hub.site.Node;
import org.foyer.hub.site.internal.api.ProtectionResource;
import org.foyer.hub.site.internal.document.Document;
import org.foyer.hub.site.internal.document.PlainText;
import org.foyer.hub.site.internal.pages.Language;
import org.foyer.hub.site.internal.protection.ProtectionText;
import org.foyer.hub.site.internal.server.JsonFormat;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints what a data protection officer must see. */
@Command(
        name = "protection",
        mixinStandardHelpOptions = true,
        description = "Prints what is held of a house's buyers, why, how long and how safely; counts only.")
final class ProtectionCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    HouseOption of = new HouseOption();

    @Option(names = "--format", defaultValue = "text", description = "${COMPLETION-CANDIDATES} (default: text).")
    Format format = Format.text;

    /** For people or for programs. */
    enum Format {
        text,
        json
    }

    ProtectionCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (Node node = of.open()) {
            ProtectionSheet sheet = node.protection().of(of.house(node), Surroundings.UNKNOWN);
            Document told = ProtectionText.of(sheet, Language.of(console.language()));
            console.data(
                    format == Format.text
                            ? PlainText.of(told)
                            : JsonFormat.pretty(new ProtectionResource.Protection(sheet, told)));
            return ExitCode.OK;
        }
    }
}
