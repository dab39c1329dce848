package org.foyer.hub.site.internal.pooling;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.foyer.hub.governance.Ballot;
import org.foyer.hub.governance.Network;
import org.foyer.hub.governance.Proposal;
import org.foyer.hub.site.internal.document.Document;
import org.foyer.hub.site.internal.document.Document.Cell;
import org.foyer.hub.site.internal.document.Document.Row;
import org.foyer.hub.site.internal.document.Document.Section;
import org.foyer.hub.site.internal.document.Document.Table;
import org.foyer.hub.site.internal.pages.Language;

/** The minutes of a vote that has ended, for the page, the PDF and the command line. */
public final class MinutesText {

    private MinutesText() {}

    /** @param zone in which moments are told */
    public static Document of(Network network, Proposal proposal, Language language, ZoneId zone) {
        PoolingWords words = new PoolingWords(language);
        Proposal.Outcome outcome = proposal.outcome();
        return new Document(
                language.code(),
                language.say("net_minutes"),
                network.name(),
                network.simulated()
                        ? language.say("simulated") + language.say("dp_colon") + language.say("simulated_says")
                        : null,
                proposal.title()
                        + language.say("dp_colon")
                        + (outcome == null ? language.say("net_still_open") : words.outcome(outcome)),
                List.of(
                        asked(network, proposal, words, zone),
                        votes(network, proposal, words),
                        proof(proposal, words)));
    }

    private static Section asked(Network network, Proposal proposal, PoolingWords words, ZoneId zone) {
        Language language = words.language();
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add(words.kind(proposal.kind()) + language.say("dp_colon") + words.matter(network, proposal));
        paragraphs.add(proposal.reason());
        paragraphs.add(words.opened(network, proposal, zone));
        if (proposal.closedAt() != null) {
            paragraphs.add(language.say("net_ended_at", words.moment(proposal.closedAt(), zone)));
        }
        paragraphs.add(words.rule(network.form(), proposal.ballot().rule()));
        return new Section("asked", language.say("net_asked"), List.copyOf(paragraphs), List.of());
    }

    private static Section votes(Network network, Proposal proposal, PoolingWords words) {
        Language language = words.language();
        List<Row> rows = new ArrayList<>();
        for (Ballot.Seat seat : proposal.ballot().seats()) {
            String college = words.college(network.form(), seat.college());
            rows.add(new Row(
                    words.seat(network, seat.house()) + (college.isEmpty() ? "" : " (" + college + ")"),
                    List.of(vote(proposal, seat, words))));
        }
        return new Section(
                "votes",
                language.say("net_votes"),
                List.of(words.tally(proposal)),
                List.of(new Table(
                        language.say("net_votes"),
                        List.of(language.say("net_house"), language.say("net_vote")),
                        List.copyOf(rows))));
    }

    private static Cell vote(Proposal proposal, Ballot.Seat seat, PoolingWords words) {
        Language language = words.language();
        String said = proposal.ballot()
                .choiceOf(seat.house())
                .map(choice -> language.say("net_choice_" + choice.key()))
                .orElse(language.say("net_choice_none"));
        if (seat.struck() == null) {
            return Cell.of(said);
        }
        String struck = language.say("net_struck_" + seat.struck());
        return new Cell(seat.why() == null ? List.of(struck) : List.of(struck, seat.why()), null);
    }

    private static Section proof(Proposal proposal, PoolingWords words) {
        Language language = words.language();
        Proposal.Minutes minutes = proposal.minutes();
        List<String> told = minutes == null
                ? List.of(language.say("net_still_open"))
                : List.of(
                        language.say("net_proof", Long.toString(minutes.auditLine()), minutes.hash()),
                        language.say(minutes.agrees() ? "net_proof_holds" : "net_proof_broken"));
        return new Section("proof", language.say("net_proof_title"), told, List.of());
    }
}
