package org.foyer.hub.site.internal.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import java.util.concurrent.Callable;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.Agreement;
import org.foyer.hub.governance.AgreementTemplate;
import org.foyer.hub.governance.Agreements;
import org.foyer.hub.governance.Agreements.Done;
import org.foyer.hub.governance.Agreements.Verdict;
import org.foyer.hub.governance.Agreements.Wanted;
import org.foyer.hub.governance.Agreements.Wish;
import org.foyer.hub.model.House;
import org.foyer.hub.site.Node;
import org.foyer.hub.site.internal.document.PlainText;
import org.foyer.hub.site.internal.pages.Language;
import org.foyer.hub.site.internal.pooling.AgreementDocument;
import org.foyer.hub.site.internal.pooling.PoolingFaults;
import org.foyer.hub.site.internal.security.Refused;
import org.foyer.hub.site.internal.server.CsvTable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What houses agreed to. */
@Command(
        name = "agreement",
        mixinStandardHelpOptions = true,
        description =
                "Prints the agreements of a house, or the text of one; draws up, signs and withdraws for the house, "
                        + "and tells whether an agreement lets something through.")
final class AgreementCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    DataOption data = new DataOption();

    @Option(names = "--house", required = true, paramLabel = "NAME", description = "Short name of the house that acts.")
    String house = "";

    @Option(names = "--agreement", paramLabel = "N", description = "Number of one: its text is printed.")
    @Nullable
    Long agreement;

    @Option(
            names = "--version-number",
            paramLabel = "N",
            description = "Of the agreement (default: the one that counts).")
    @Nullable
    Integer version;

    @Option(
            names = "--draw",
            paramLabel = "JSON",
            description = "Draws one up, as the API takes it; with --agreement a new version of that one.")
    @Nullable
    String draw;

    @Option(
            names = "--address",
            paramLabel = "URL",
            defaultValue = "${env:FOYER_ADDRESS:-}",
            description = "Public address of the node, from which identifiers are made (default: FOYER_ADDRESS).")
    String address = "";

    @Option(names = "--sign", paramLabel = "HASH", description = "Signs; the digest is that of what was read.")
    @Nullable
    String sign;

    @Option(names = "--withdraw", description = "Withdraws the house, with effect at once.")
    boolean withdraw;

    @Option(
            names = "--check",
            paramLabel = "JSON",
            description =
                    "Whether a use is let through: giver, taker, action, purpose, data, houses, buyers. Exits with 3 if not.")
    @Nullable
    String check;

    @Option(names = "--policy", description = "Prints the policy (ODRL 2.2) instead of the text.")
    boolean policy;

    @Option(names = "--format", defaultValue = "csv", description = "${COMPLETION-CANDIDATES} (default: csv).")
    OutputFormat format = OutputFormat.csv;

    AgreementCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws JsonProcessingException {
        try (Node node = data.open()) {
            House acting = DataOption.house(node, house);
            Agreements agreements = node.pooling().agreements();
            if (draw != null) {
                return done(drawn(node, agreements, acting, draw));
            }
            if (agreement == null) {
                List<Agreement> all = agreements.of(acting.id());
                console.data(format == OutputFormat.json ? NetworkCommand.json(all) : list(all));
                return ExitCode.OK;
            }
            return one(agreements, acting, agreement);
        }
    }

    private Done drawn(Node node, Agreements agreements, House acting, String wish) {
        List<AgreementTemplate.Data> indicators =
                PoolingFaults.indicators(node.figures().dictionary());
        String base = address.replaceFirst("/$", "");
        Wish read = NetworkCommand.read("draw", wish, Wish.class);
        return agreement == null
                ? agreements.draw(acting, read, indicators, base, Actor.commandLine())
                : agreements.redraw(acting, agreement, read, indicators, base, Actor.commandLine());
    }

    private int done(Done done) throws JsonProcessingException {
        done.faults().forEach(fault -> console.tell(fault.code(), fault.arguments()));
        if (!done.faults().isEmpty()) {
            return ExitCode.REFUSED;
        }
        console.data(NetworkCommand.json(done));
        return ExitCode.OK;
    }

    private int one(Agreements agreements, House acting, long number) throws JsonProcessingException {
        Agreement found = agreements
                .agreement(acting.id(), number)
                .orElseThrow(() -> new Refused(404, "agreement-unknown", Long.toString(number)));
        if (check != null) {
            Verdict verdict = agreements.permits(number, NetworkCommand.read("check", check, Wanted.class));
            verdict.reasons().forEach(reason -> console.tell(reason.code(), reason.arguments()));
            console.data(NetworkCommand.json(verdict));
            return verdict.permitted() ? ExitCode.OK : ExitCode.REFUSED;
        }
        Integer asked = version;
        Agreement.Version shown = asked == null
                ? found.present()
                : found.version(asked).orElseThrow(() -> new Refused(404, "agreement-unknown", Long.toString(number)));
        if (sign != null) {
            return done(agreements.sign(acting, number, shown.version(), sign, Actor.commandLine()));
        }
        if (withdraw) {
            return done(agreements.withdraw(acting, number, shown.version(), Actor.commandLine()));
        }
        console.data(
                policy
                        ? shown.policy()
                        : format == OutputFormat.json
                                ? NetworkCommand.json(found)
                                : PlainText.of(AgreementDocument.of(
                                        found, shown, Language.of(console.language()), acting.zone())));
        return ExitCode.OK;
    }

    private static String list(List<Agreement> all) {
        CsvTable table = new CsvTable("agreement", "title", "template", "network", "version", "state", "until", "hash");
        for (Agreement one : all) {
            Agreement.Version present = one.present();
            table.row(
                    one.id(),
                    one.title(),
                    one.template(),
                    one.network(),
                    present.version(),
                    present.state().key(),
                    present.terms().until(),
                    present.hash());
        }
        return table.toString();
    }
}
