package org.foyer.hub.site.internal.pages;

import java.time.Instant;
import java.util.List;
import org.foyer.hub.governance.Agreement;
import org.foyer.hub.governance.Ballot.Choice;
import org.foyer.hub.governance.Network;
import org.foyer.hub.governance.NetworkAbroad;
import org.foyer.hub.governance.Networks;
import org.foyer.hub.governance.Proposal.Kind;
import org.foyer.hub.governance.Proposal.Matter;
import org.foyer.hub.governance.Proposal.Outcome;

/** A network of another node with a bit of everything that its page shows. */
final class SampleNetworkAbroad {

    private SampleNetworkAbroad() {}

    /** As the home told it: one house here, the others there. */
    static NetworkAbroad named(String slug, NetworkAbroad.State state, Agreement agreement) {
        return new NetworkAbroad(
                "0000",
                "urn:foyer:node:1",
                slug,
                "Scènes <d’ailleurs>",
                "Comparer",
                "co-operative",
                state,
                List.of(
                        new NetworkAbroad.Member("", "a", "Maison A", List.of("board")),
                        new NetworkAbroad.Member("urn:foyer:node:2", "b", "Maison B", List.of())),
                List.of(agreement),
                List.of(
                        new NetworkAbroad.Vote(
                                12,
                                Kind.PURPOSE,
                                "Compter <ensemble>",
                                "Parce que",
                                Matter.decision("study", "Étudier <tout>"),
                                Instant.parse("2026-03-12T10:00:00Z"),
                                null,
                                true,
                                "0001",
                                Choice.NO,
                                null,
                                1),
                        new NetworkAbroad.Vote(
                                13,
                                Kind.SEAT,
                                "Au conseil",
                                "Parce que",
                                Matter.guestSeat("b", "urn:foyer:node:2", "board", false),
                                Instant.parse("2026-03-13T10:00:00Z"),
                                null,
                                true,
                                null,
                                null,
                                "Elle y <gagne>",
                                1),
                        new NetworkAbroad.Vote(
                                11,
                                Kind.MEMBER,
                                "Maison B",
                                "Comparer",
                                Matter.guest("b", "urn:foyer:node:2", false),
                                Instant.parse("2026-03-01T10:00:00Z"),
                                Outcome.ADOPTED,
                                true,
                                null,
                                null,
                                null,
                                0)),
                List.of(new NetworkAbroad.Sent(
                        "0002",
                        new Networks.Wish(
                                Kind.THRESHOLD, "Moins <fort>", "Parce que", Matter.decision("houses", "2"), 7),
                        Instant.parse("2026-03-02T10:00:00Z"),
                        List.of(new Networks.Fault("matter.value", "threshold-below-floor", "6", "500")))),
                List.of(new Network.Decision(
                        Kind.THRESHOLD, "houses", 2, "9", 4, Instant.parse("2026-02-01T10:00:00Z"))),
                Instant.parse("2026-03-02T10:00:00Z"),
                Instant.parse("2026-03-03T10:00:00Z"),
                true);
    }
}
