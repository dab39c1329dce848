package org.foyer.hub.site.internal.cli;

import java.util.Optional;
import org.foyer.hub.governance.Accounts;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.site.Node;

/** The operator that the first start of a node makes. */
final class FirstAccount {

    private static final String LOGIN = "admin";

    private FirstAccount() {}

    /** Makes the operator when there is no account, and answers with the link that signs them in once. */
    static Optional<String> link(Node node, String address) {
        Accounts accounts = node.accounts();
        if (!accounts.none()) {
            return Optional.empty();
        }
        Accounts.Account admin = accounts.add(LOGIN, "Administrator", true);
        node.audit().write(Actor.commandLine(), null, "account-added", null, "account " + admin.id());
        return Optional.of(AccountCommand.link(accounts, admin.id(), address));
    }
}
