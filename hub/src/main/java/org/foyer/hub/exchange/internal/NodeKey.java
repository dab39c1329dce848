package org.foyer.hub.exchange.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** The Ed25519 key with which a node signs its tokens, in a file that its owner alone may read. Its name follows from it. */
public final class NodeKey {

    private static final String FILE = "dataspace.key";
    private static final int NAME_DIGITS = 32;

    private final PrivateKey secret;
    private final String open;

    private NodeKey(PrivateKey secret, String open) {
        this.secret = secret;
        this.open = open;
    }

    /** The key of a folder, made at the first call. */
    public static synchronized NodeKey in(Path folder) {
        try {
            Path file = folder.resolve(FILE);
            if (!Files.isRegularFile(file)) {
                Files.createDirectories(folder);
                Path partial = Files.createTempFile(folder, "dataspace", ".tmp"); // readable by its owner alone
                try {
                    Files.writeString(partial, made());
                    Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
                } finally {
                    Files.deleteIfExists(partial);
                }
            }
            String[] lines = Files.readString(file).strip().split("\\s+");
            return new NodeKey(
                    KeyFactory.getInstance("Ed25519")
                            .generatePrivate(
                                    new PKCS8EncodedKeySpec(Base64.getDecoder().decode(lines[0]))),
                    lines[1]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key of this node cannot be read", e);
        }
    }

    private static String made() throws GeneralSecurityException {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        Base64.Encoder encoder = Base64.getEncoder();
        return encoder.encodeToString(pair.getPrivate().getEncoded()) + "\n"
                + encoder.encodeToString(pair.getPublic().getEncoded()) + "\n";
    }

    /** What others check the tokens of this node with: X.509, Base64. */
    public String open() {
        return open;
    }

    /** How this node is called, as long as it keeps its key. */
    public String name() {
        return "urn:foyer:node:" + Digests.of(open).substring(0, NAME_DIGITS);
    }

    /** Of the text in UTF-8. */
    public byte[] sign(String text) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(secret);
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws GeneralSecurityException when it is none */
    public static PublicKey read(String open) throws GeneralSecurityException {
        try {
            return KeyFactory.getInstance("Ed25519")
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(open)));
        } catch (IllegalArgumentException notBase64) {
            throw new GeneralSecurityException(notBase64);
        }
    }

    static boolean verifies(String open, String text, byte[] signed) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initVerify(read(open));
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
