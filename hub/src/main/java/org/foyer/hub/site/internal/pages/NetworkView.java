package org.foyer.hub.site.internal.pages;

import java.util.List;
import org.foyer.hub.site.internal.pages.NetworksView.Choice;
import org.foyer.hub.site.internal.pages.NetworksView.PoolingFault;
import org.jspecify.annotations.Nullable;

/**
 * One network.
 *
 * @param told how many decide together and on what they vote now
 * @param invitation what an invited house may do; null for members
 * @param act what a steward of a member may do; null for others
 */
public record NetworkView(
        String base,
        String here,
        String name,
        String aim,
        String told,
        String form,
        @Nullable String done,
        List<PoolingFault> faults,
        @Nullable Invitation invitation,
        List<Vote> open,
        List<Ended> ended,
        List<Member> members,
        List<String> invited,
        List<Decided> decided,
        List<Rule> rules,
        @Nullable Act act) {

    /** @param mayJoin whether it can say yes now */
    public record Invitation(String told, boolean mayJoin) {}

    /** A vote as a picture: shares of the whole in percent, the line where the quorum is reached. */
    public record Bar(
            String yes, String no, String abstain, String noFrom, String abstainFrom, String quorum, String told) {}

    public record Vote(String href, String title, String kind, String told, Bar bar) {}

    public record Ended(String href, String title, String kind, String outcome, String tone, String day) {}

    public record Member(String name, String college, String seats, String since) {}

    public record Decided(String subject, String value, String version, String since, String href) {}

    public record Rule(String kind, String organ, String quorum, String majority) {}

    /** @param houses of this node that can be invited @param nodes others, whose houses can be invited */
    public record Act(List<Choice> houses, List<Choice> colleges, List<Choice> nodes, ProposingView proposing) {}
}
