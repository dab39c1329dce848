package org.foyer.hub.site.internal.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.ContactGate.ContactList;
import org.foyer.hub.model.House;
import org.foyer.hub.site.Node;
import org.foyer.hub.site.internal.api.Parameters;
import org.foyer.hub.site.internal.api.SegmentDesk;
import org.foyer.hub.site.internal.security.Refused;
import org.foyer.hub.site.internal.server.ContactCsv;
import org.foyer.hub.site.internal.server.JsonFormat;
import org.foyer.kit.Problem;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tells the size of segments, keeps them, and writes lists of those who may be contacted. */
@Command(
        name = "segment",
        mixinStandardHelpOptions = true,
        description = {
            "Tells how many buyers of a house are in a segment, rounded to five; without a query, the segments that it keeps.",
            "A query is what stands in the address of the page, for instance 'rf=new,convertee&visits=2..&within=18'."
        })
final class SegmentCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    HouseOption of = new HouseOption();

    @picocli.CommandLine.Parameters(
            arity = "0..1",
            paramLabel = "QUERY",
            description = "The conditions; all must hold.")
    @Nullable
    String query;

    @Option(names = "--as-of", paramLabel = "DATE", description = "End of a month (default: today).")
    @Nullable
    String asOf;

    @Option(names = "--keep", paramLabel = "NAME", description = "Keeps the segment under a name.")
    @Nullable
    String keep;

    @Option(
            names = "--change",
            paramLabel = "SHORT",
            description = "Gives a kept segment this query or the name of --keep.")
    @Nullable
    String change;

    @Option(names = "--delete", paramLabel = "SHORT", description = "Deletes the kept segment with this short name.")
    @Nullable
    String delete;

    @Option(names = "--overlap", description = "Tells who of each kept segment is in each other.")
    boolean overlap;

    @Option(names = "--rfm", description = "Tells recency, frequency and money, by fifths of the buyers.")
    boolean rfm;

    @Option(names = "--fixed", description = "With --rfm: by fixed thresholds.")
    boolean fixed;

    @Option(names = "--contacts", paramLabel = "FILE", description = "Writes those who may be contacted to a new file.")
    @Nullable
    Path contacts;

    @Option(names = "--purpose", paramLabel = "P", description = "Of the contact: programme, partners or surveys.")
    @Nullable
    String purpose;

    @Option(names = "--channel", paramLabel = "C", description = "Of the contact: email, post, telephone or sms.")
    @Nullable
    String channel;

    SegmentCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        try (Node node = of.open()) {
            House found = of.house(node);
            LocalDate today = Parameters.today(found, node.settings().clock());
            node.samePerson().link(found);
            DataOption.figuresSeen(node, found, "segments");
            SegmentDesk desk = new SegmentDesk(node.segments(), node.savedSegments(), found, today);
            return contacts == null ? tell(desk, today) : write(desk, found, contacts);
        } catch (Refused refused) {
            if (refused.problems().isEmpty()) {
                throw refused;
            }
            for (Problem problem : refused.problems()) {
                console.tell(problem.code(), problem.arguments());
            }
            return ExitCode.REFUSED;
        }
    }

    private Integer tell(SegmentDesk desk, LocalDate today) throws JsonProcessingException {
        Object told;
        if (delete != null) {
            desk.delete(delete, Actor.commandLine());
            told = desk.all();
        } else if (change != null) {
            told = desk.change(change, new SegmentDesk.Naming(keep, query), Actor.commandLine());
        } else if (keep != null) {
            told = desk.add(new SegmentDesk.Naming(keep, query), Actor.commandLine());
        } else if (overlap) {
            told = desk.overlap(List.of());
        } else if (rfm) {
            told = desk.rfm(fixed);
        } else {
            told = query == null ? desk.all() : desk.size(query, Parameters.day("as-of", asOf, today));
        }
        console.data(JsonFormat.pretty(told));
        return ExitCode.OK;
    }

    /** A file that stands already is not written over: it may be a list that somebody still needs to answer for. */
    private Integer write(SegmentDesk desk, House found, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW)) {
            ContactList list =
                    desk.contacts(new SegmentDesk.ContactWish(null, query, purpose, channel), Actor.commandLine());
            ContactCsv.write(found, list, out);
            console.say(list.rows().size() + " → " + file);
        } catch (RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
        return ExitCode.OK;
    }
}
