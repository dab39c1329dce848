package org.foyer.hub.site.internal.cli;

import java.util.Optional;
import java.util.function.Function;
import org.foyer.hub.exchange.DataSpaceNode;
import org.foyer.hub.exchange.GrantRefused;
import org.foyer.hub.exchange.Post;
import org.foyer.hub.exchange.Tours;
import org.foyer.hub.site.Node;
import org.foyer.hub.site.internal.server.DataSpaceDesk;
import org.foyer.hub.site.internal.server.TourDesk;

/** Tours for a command: with other nodes where this one has an address, else within this node. */
final class NodeTours {

    private NodeTours() {}

    static <T> T in(Node node, String address, Function<Tours, T> work) {
        String base = address.replaceFirst("/$", "");
        try {
            if (base.isBlank()) {
                return work.apply(TourDesk.over(node, "", Optional::empty));
            }
            try (DataSpaceNode space = DataSpaceDesk.over(node, base);
                    Post post = TourDesk.post(node)) {
                Tours.Peers peers = TourDesk.peers(node, space, post);
                return work.apply(TourDesk.over(node, base, () -> Optional.of(peers)));
            }
        } catch (GrantRefused refused) {
            throw TourDesk.refused(refused);
        }
    }
}
