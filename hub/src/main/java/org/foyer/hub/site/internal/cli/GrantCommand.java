package org.foyer.hub.site.internal.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.ShowFigure;
import org.foyer.hub.governance.ShowGrant;
import org.foyer.hub.governance.ShowGrant.Terms;
import org.foyer.hub.governance.ShowGrants;
import org.foyer.hub.governance.ShowGrants.Done;
import org.foyer.hub.governance.ShowGrants.Granting;
import org.foyer.hub.governance.ShowGrants.Wish;
import org.foyer.hub.model.House;
import org.foyer.hub.site.Node;
import org.foyer.hub.site.internal.api.GrantsResource.Both;
import org.foyer.hub.site.internal.server.CsvTable;
import org.foyer.hub.site.internal.server.TourDesk;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Requests for the figures of single shows. */
@Command(
        name = "grant",
        mixinStandardHelpOptions = true,
        description = "Prints what others ask of a house and what it asked; asks for the figures of a show, "
                + "grants, declines, stops and withdraws.")
final class GrantCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    HouseOption of = new HouseOption();

    /** At most one thing is done. */
    static final class Act {
        @Option(
                names = "--ask",
                paramLabel = "IRI",
                description = "Asks the house that plays this show, named by its lasting identifier.")
        @Nullable
        String ask;

        @Option(names = "--grant", paramLabel = "N", description = "Grants, or changes what is granted.")
        @Nullable
        Long grant;

        @Option(names = "--decline", paramLabel = "N", description = "Says no.")
        @Nullable
        Long decline;

        @Option(names = "--stop", paramLabel = "N", description = "Ends a grant at once.")
        @Nullable
        Long stop;

        @Option(names = "--withdraw", paramLabel = "N", description = "Withdraws what the house asked, at once.")
        @Nullable
        Long withdraw;
    }

    @ArgGroup
    @Nullable
    Act act;

    @Option(
            names = "--figures",
            paramLabel = "F",
            split = ",",
            description =
                    "daily-sales, occupancy, revenue, lead-time, catchment, first-timers; with --grant what is granted.")
    @Nullable
    List<String> figures;

    @Option(names = "--tour", paramLabel = "NAME", description = "How the company calls its show (default: its title).")
    @Nullable
    String tour;

    @Option(names = "--from", paramLabel = "DAY", description = "First day told (default: today).")
    @Nullable
    LocalDate from;

    @Option(names = "--until", paramLabel = "DAY", description = "Last day of the request or grant.")
    @Nullable
    LocalDate until;

    @Option(names = "--delay", paramLabel = "DAYS", description = "How old figures are at least (default: 0).")
    @Nullable
    Integer delay;

    @Option(names = "--words", paramLabel = "TEXT", description = "Why the company asks, or a reason of the house.")
    @Nullable
    String words;

    @Option(
            names = "--address",
            paramLabel = "URL",
            defaultValue = "${env:FOYER_ADDRESS:-}",
            description = "Address of this node, for shows of other nodes (default: FOYER_ADDRESS).")
    String address = "";

    @Option(names = "--format", defaultValue = "csv", description = "${COMPLETION-CANDIDATES} (default: csv).")
    OutputFormat format = OutputFormat.csv;

    GrantCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws JsonProcessingException {
        try (Node node = of.open()) {
            House acting = of.house(node);
            if (act != null) {
                return told(done(node, acting, act));
            }
            ShowGrants grants = node.touring().grants();
            Both both = new Both(grants.received(acting.id()), grants.sent(acting.id()));
            console.data(format == OutputFormat.json ? NetworkCommand.json(both) : table(both));
            return ExitCode.OK;
        }
    }

    private Done done(Node node, House acting, Act asked) {
        ShowGrants grants = node.touring().grants();
        Actor actor = Actor.commandLine();
        if (asked.grant != null) {
            return grants.grant(acting, asked.grant, new Granting(figures, from, until, delay, words), actor);
        }
        if (asked.decline != null) {
            return grants.decline(acting, asked.decline, words, actor);
        }
        if (asked.stop != null) {
            return grants.stop(acting, asked.stop, words, actor);
        }
        if (asked.withdraw != null) {
            long id = asked.withdraw;
            return NodeTours.in(node, address, tours -> TourDesk.done(() -> tours.withdraw(acting, id, actor)));
        }
        String show = String.valueOf(asked.ask);
        Wish wish = new Wish(tour, words, figures, until);
        return NodeTours.in(node, address, tours -> TourDesk.done(() -> tours.ask(acting, show, wish, actor)));
    }

    private int told(Done done) throws JsonProcessingException {
        done.faults().forEach(fault -> console.tell(fault.code(), fault.arguments()));
        ShowGrant grant = done.grant();
        if (grant == null) {
            return ExitCode.REFUSED;
        }
        console.data(NetworkCommand.json(grant));
        return ExitCode.OK;
    }

    private static String table(Both both) {
        CsvTable table = new CsvTable(
                "request", "side", "other", "node", "show", "title", "tour", "state", "wanted", "granted", "from",
                "until", "delay");
        both.received().forEach(grant -> row(table, "received", grant.asker(), grant));
        both.sent().forEach(grant -> row(table, "sent", grant.giver(), grant));
        return table.toString();
    }

    private static void row(CsvTable table, String side, ShowGrant.Side other, ShowGrant grant) {
        Terms terms = grant.terms();
        table.row(
                grant.id(),
                side,
                other.slug(),
                grant.node(),
                grant.show(),
                grant.title(),
                grant.tour(),
                grant.state().key(),
                ShowFigure.text(grant.wanted()),
                terms == null ? null : ShowFigure.text(terms.figures()),
                terms == null ? null : terms.from(),
                terms == null ? null : terms.until(),
                terms == null ? null : terms.delay());
    }
}
