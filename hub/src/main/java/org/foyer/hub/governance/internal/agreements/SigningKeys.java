package org.foyer.hub.governance.internal.agreements;

import java.util.Optional;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.internal.RegisterAudit;
import org.foyer.hub.model.House;
import org.foyer.hub.store.HouseSecrets;
import org.jdbi.v3.core.Handle;

/** Keys with which houses sign, each made at the first signature of its house and sealed with the key of that house. */
public final class SigningKeys {

    /** What the private keys are sealed for. */
    private static final String SEALED_FOR = "signing";

    private final HouseSecrets secrets;
    private final RegisterAudit audit;

    public SigningKeys(HouseSecrets secrets, RegisterAudit audit) {
        this.secrets = secrets;
        this.audit = audit;
    }

    /** Both parts, as JWKs. */
    public record Pair(String publicKey, String privateKey) {}

    /** @throws org.foyer.hub.store.HouseKeyMissing when the key of the house is gone */
    public Pair of(Handle handle, House house, Actor actor, long now) {
        AgreementTables tables = new AgreementTables(handle);
        Optional<String> sealed = tables.sealedKey(house.id());
        if (sealed.isPresent()) {
            return new Pair(
                    tables.publicKey(house.id()).orElseThrow(), secrets.open(house.id(), SEALED_FOR, sealed.get()));
        }
        Signing.Keys made = Signing.make();
        tables.keepKey(house.id(), made, secrets.seal(house.id(), SEALED_FOR, made.privateKey()), now);
        audit.append(handle, actor, house.id(), "signing-key-made", null, made.id());
        return new Pair(made.publicKey(), made.privateKey());
    }
}
