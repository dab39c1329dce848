package org.foyer.hub.site.internal.pooling;

import java.time.ZoneId;
import org.foyer.hub.governance.Network;
import org.foyer.hub.governance.NetworkForm;
import org.foyer.hub.governance.NetworkForm.Rule;
import org.foyer.hub.governance.NetworkForm.Share;
import org.foyer.hub.governance.Proposal;
import org.foyer.hub.governance.Proposal.Matter;
import org.foyer.hub.governance.Tally;
import org.foyer.hub.site.internal.pages.Language;

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

    public String organ(NetworkForm form, String id) {
        return form.organ(id).map(organ -> organ.name().in(language.code())).orElse(id);
    }

    public String college(NetworkForm form, @org.jspecify.annotations.Nullable String id) {
        return form.college(id).map(one -> one.name().in(language.code())).orElse("");
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
        Matter matter = proposal.matter();
        String subject = String.valueOf(matter.subject());
        String value = String.valueOf(matter.value());
        return switch (proposal.kind()) {
            case MEMBER ->
                language.say(
                        Boolean.TRUE.equals(matter.vacate()) ? "net_about_excluded" : "net_about_member",
                        matter.node() == null ? name(network, matter.house()) : guest(network, matter));
            case SEAT ->
                language.say(
                        Boolean.TRUE.equals(matter.vacate()) ? "net_about_vacate" : "net_about_seat",
                        name(network, matter.house()),
                        organ(network.form(), String.valueOf(matter.organ())));
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

    private static String name(Network network, @org.jspecify.annotations.Nullable String slug) {
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
