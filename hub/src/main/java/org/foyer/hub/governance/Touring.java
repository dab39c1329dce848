package org.foyer.hub.governance;

import java.security.SecureRandom;
import java.time.Clock;
import org.foyer.hub.governance.internal.RegisterAudit;
import org.foyer.hub.governance.internal.RegisterShowGate;
import org.foyer.hub.governance.internal.grants.RegisterGrants;
import org.foyer.hub.store.Register;

/** What companies ask of the houses that play their shows, and the door by which the answer leaves. */
public record Touring(ShowGrants grants, ShowGate gate) {

    /** Opens both doors. */
    public static Touring over(
            Register register, Clock clock, SecureRandom random, Houses houses, RegisterAudit audit) {
        RegisterGrants grants = new RegisterGrants(register, clock, houses, audit);
        return new Touring(grants, new RegisterShowGate(register, clock, random, houses, grants, audit));
    }
}
