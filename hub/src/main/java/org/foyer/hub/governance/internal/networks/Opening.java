package org.foyer.hub.governance.internal.networks;

import java.time.Duration;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.NetworkForm;
import org.foyer.hub.governance.Networks.Wish;
import org.foyer.hub.governance.Proposal.Kind;
import org.foyer.hub.governance.internal.RegisterAudit;
import org.foyer.hub.model.HouseId;
import org.jdbi.v3.core.Handle;

/** Opens a vote: whoever sits in the organ at this moment may vote. */
final class Opening {

    private Opening() {}

    /** @param house that opens it */
    static long open(
            Handle handle,
            NetworkTables.Row network,
            Wish wish,
            HouseId house,
            Actor actor,
            long now,
            RegisterAudit audit) {
        NetworkForm form = network.form();
        Kind kind = wish.kind() == null ? Kind.MEMBER : wish.kind();
        NetworkForm.Rule rule = form.rule(kind);
        boolean elected =
                form.organ(rule.organ()).map(NetworkForm.Organ::elected).orElseThrow();
        int days = wish.days() == null ? form.days() : wish.days();
        long id = new ProposalTables(handle)
                .open(
                        network.id(),
                        wish,
                        new ProposalTables.Rules(rule, form.colleges()),
                        elected,
                        house,
                        actor.login(),
                        now,
                        now + Duration.ofDays(days).toMillis());
        audit.append(
                handle,
                actor,
                house,
                "proposal-opened",
                null,
                "network %s, proposal %d, %s".formatted(network.slug(), id, kind.key()));
        return id;
    }
}
