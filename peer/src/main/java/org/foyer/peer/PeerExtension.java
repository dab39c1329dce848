package org.foyer.peer;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.eclipse.edc.connector.dataplane.spi.Endpoint;
import org.eclipse.edc.connector.dataplane.spi.iam.DataPlaneAuthorizationService;
import org.eclipse.edc.connector.dataplane.spi.iam.PublicEndpointGeneratorService;
import org.eclipse.edc.edr.spi.store.EndpointDataReferenceStore;
import org.eclipse.edc.runtime.metamodel.annotation.Inject;
import org.eclipse.edc.spi.EdcException;
import org.eclipse.edc.spi.security.Vault;
import org.eclipse.edc.spi.system.ServiceExtension;
import org.eclipse.edc.spi.system.ServiceExtensionContext;
import org.eclipse.edc.web.spi.WebService;

/**
 * A connector of Eclipse EDC 0.15.1 that hands out files and fetches them. Settings beside its own: {@code peer.data}, the address of
 * the door for data, which lies below that of the protocol; {@code edc.transfer.proxy.token.signer.privatekey.alias} and {@code
 * edc.transfer.proxy.token.verifier.publickey.alias}, under which a fresh pair of keys is put.
 */
public final class PeerExtension implements ServiceExtension {

    private static final String PRIVATE = "edc.transfer.proxy.token.signer.privatekey.alias";
    private static final String PUBLIC = "edc.transfer.proxy.token.verifier.publickey.alias";

    @Inject
    private Vault vault;

    @Inject
    private PublicEndpointGeneratorService endpoints;

    @Inject
    private DataPlaneAuthorizationService authorizations;

    @Inject
    private EndpointDataReferenceStore references;

    @Inject
    private WebService web;

    @Override
    public String name() {
        return "Foyer peer";
    }

    @Override
    public void initialize(ServiceExtensionContext context) {
        KeyPair pair = pair();
        vault.storeSecret(context.getConfig().getString(PRIVATE), pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
        vault.storeSecret(context.getConfig().getString(PUBLIC), pem("PUBLIC KEY", pair.getPublic().getEncoded()));
        String door = context.getConfig().getString("peer.data");
        endpoints.addGeneratorFunction("HttpData", source -> Endpoint.url(door));
        web.registerResource("protocol", new DataDoor(authorizations));
        web.registerResource(new FetchingHand(references));
    }

    private static KeyPair pair() {
        try {
            KeyPairGenerator maker = KeyPairGenerator.getInstance("RSA");
            maker.initialize(2048);
            return maker.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new EdcException(e);
        }
    }

    private static String pem(String kind, byte[] encoded) {
        return "-----BEGIN " + kind + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded)
                + "\n-----END " + kind + "-----\n";
    }
}
