package org.foyer.hub.governance;

import java.time.Clock;
import org.foyer.hub.governance.internal.RegisterAudit;
import org.foyer.hub.governance.internal.abroad.RegisterAbroad;
import org.foyer.hub.governance.internal.abroad.RegisterAgreedUses;
import org.foyer.hub.governance.internal.abroad.RegisterErrands;
import org.foyer.hub.governance.internal.agreements.RegisterAgreements;
import org.foyer.hub.governance.internal.agreements.SigningKeys;
import org.foyer.hub.governance.internal.networks.RegisterGuests;
import org.foyer.hub.governance.internal.networks.RegisterNetworks;
import org.foyer.hub.store.HouseSecrets;
import org.foyer.hub.store.Register;

/** What houses decide together: networks, and the agreements they sign. */
public record Pooling(
        Networks networks,
        Agreements agreements,
        AgreedUses agreed,
        NetworkGuests guests,
        NetworksAbroad abroad,
        NetworkErrands errands,
        ForgottenAnswers forgotten) {

    /**
     * Opens both doors.
     *
     * @param secrets seal the keys with which houses sign
     */
    public static Pooling over(Register register, Clock clock, RegisterAudit audit, HouseSecrets secrets) {
        Networks networks = new RegisterNetworks(register, clock, audit);
        SigningKeys keys = new SigningKeys(secrets, audit);
        Agreements agreements = new RegisterAgreements(register, clock, networks, keys, audit);
        return new Pooling(
                networks,
                agreements,
                new RegisterAgreedUses(register, clock),
                new RegisterGuests(register, clock, audit),
                new RegisterAbroad(register, clock, keys, audit),
                new RegisterErrands(register),
                new ForgottenAnswers(register));
    }
}
