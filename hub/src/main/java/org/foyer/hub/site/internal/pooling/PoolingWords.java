package org.foyer.hub.site.internal.pooling;

import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import org.foyer.hub.governance.Network;
import org.foyer.hub.governance.NetworkAbroad;
import org.foyer.hub.governance.NetworkForm;
import org.foyer.hub.governance.NetworkForm.Rule;
import org.foyer.hub.governance.NetworkForm.Share;
import org.foyer.hub.governance.Proposal;
import org.foyer.hub.governance.Proposal.Matter;
import org.foyer.hub.governance.Tally;
import org.foyer.hub.site.internal.pages.Language;
import org.jspecify.annotations.Nullable;

/** What votes are, in one language; the page and the minutes say the same. */
public record PoolingWords(Language language) {

    public String kind(Proposal.Kind kind) {
        return language.say("net_kind_" + kind.key());
    }

    public String outcome(Proposal.Outcome outcome) {
        return language.say("net_outcome_" + outcome.key().replace('-', '_'));
    }

    /** {@code half}, {@code two thirds}; the fraction itself where nobody wrote a word for it. */
    public String share(Share share) {
        return language.sayOr(share.toString(), "net_share_" + share.part() + "_" + share.whole());
    }

    public String majority(Rule rule) {
        return language.say(
                (rule.more() ? "net_more_" : "net_least_") + (rule.ofSeats() ? "seats" : "cast"),
                share(rule.majority()));
    }

    /** @param form null when this node does not know it */
    public String organ(@Nullable NetworkForm form, String id) {
        return form == null
                ? id
                : form.organ(id).map(organ -> organ.name().in(language.code())).orElse(id);
    }

    /** Seats of a house, in one line. */
    public String organs(@Nullable NetworkForm form, List<String> seats) {
        return String.join(", ", seats.stream().map(seat -> organ(form, seat)).toList());
    }

    public String college(NetworkForm form, @Nullable String id) {
        return form.college(id).map(one -> one.name().in(language.code())).orElse("");
    }

    /** Whose seat it is: the short name of a house of this node, the name of one of another. */
    public String seat(Network network, String house) {
        return network.guests().stream()
                .filter(one -> one.key().equals(house))
                .map(Network.Guest::name)
                .findFirst()
                .orElse(house);
    }

    /** By whom a vote was opened, when, and until when. */
    public String opened(Network network, Proposal proposal, ZoneId zone) {
        String by = network.members().stream()
                .filter(one -> one.slug().equals(proposal.house()))
                .map(Network.Member::name)
                .findFirst()
                .orElseGet(() -> seat(network, proposal.house()));
        return language.say("net_opened_by", by, moment(proposal.openedAt(), zone), moment(proposal.closesAt(), zone));
    }

    /** Who decides, and what is needed. */
    public String rule(NetworkForm form, Rule rule) {
        return language.say("net_rule", organ(form, rule.organ()), share(rule.quorum()), majority(rule));
    }

    /** How the vote stands, or stood. */
    public String tally(Proposal proposal) {
        Tally tally = proposal.tally();
        String voted =
                language.count("net_voted", tally.voted(), language.formats().number(tally.seats()));
        String shares = language.say(
                "net_shares", percent(tally, tally.yes()), percent(tally, tally.no()), percent(tally, tally.abstain()));
        return voted + " " + shares + " " + language.say(tally.quorate() ? "net_quorum_reached" : "net_quorum_missing");
    }

    public String percent(Tally tally, long weight) {
        return language.formats().wholePercent(tally.percent(weight) / 100);
    }

    /** What it is about, in one line. */
    public String matter(Network network, Proposal proposal) {
        return matter(
                network.form(),
                proposal.kind(),
                proposal.matter(),
                matter -> matter.node() == null ? name(network, matter.house()) : guest(network, matter));
    }

    /** The same of a network of another node. @param form null when this node does not know it */
    public String matter(@Nullable NetworkForm form, NetworkAbroad network, NetworkAbroad.Vote vote) {
        return matter(
                form,
                vote.kind(),
                vote.matter(),
                matter -> network.members().stream()
                        .filter(one -> one.slug().equals(matter.house())
                                && one.node().equals(matter.node() == null ? "" : matter.node()))
                        .map(NetworkAbroad.Member::name)
                        .findFirst()
                        .orElse(String.valueOf(matter.house())));
    }

    private String matter(
            @Nullable NetworkForm form, Proposal.Kind kind, Matter matter, Function<Matter, String> house) {
        String subject = String.valueOf(matter.subject());
        String value = String.valueOf(matter.value());
        return switch (kind) {
            case MEMBER ->
                language.say(
                        Boolean.TRUE.equals(matter.vacate()) ? "net_about_excluded" : "net_about_member",
                        house.apply(matter));
            case SEAT ->
                language.say(
                        Boolean.TRUE.equals(matter.vacate()) ? "net_about_vacate" : "net_about_seat",
                        house.apply(matter),
                        organ(form, String.valueOf(matter.organ())));
            case PURPOSE -> language.say("net_about_purpose", value);
            case DEFINITION -> language.say("net_about_definition", subject, value);
            case THRESHOLD -> language.say("net_about_threshold_" + subject, value);
            case AGREEMENT ->
                language.say(
                        "net_about_agreement", String.valueOf(matter.agreement()), String.valueOf(matter.version()));
        };
    }

    private static String guest(Network network, Matter matter) {
        return network.guests().stream()
                .filter(one -> one.slug().equals(matter.house()) && one.node().equals(matter.node()))
                .map(Network.Guest::name)
                .findFirst()
                .orElse(String.valueOf(matter.house()));
    }

    private static String name(Network network, @Nullable String slug) {
        return java.util.stream.Stream.concat(
                        network.members().stream()
                                .filter(one -> one.slug().equals(slug))
                                .map(Network.Member::name),
                        network.invited().stream()
                                .filter(one -> one.slug().equals(slug))
                                .map(Network.Invited::name))
                .findFirst()
                .orElse(String.valueOf(slug));
    }

    public String moment(java.time.Instant at, ZoneId zone) {
        return language.formats().moment(at, zone);
    }
}
