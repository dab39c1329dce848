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
import java.util.List;
import org.foyer.hub.exchange.NodeKeyMissing;

/** The Ed25519 key with which a node signs its tokens, in a file that its owner alone may read. Its name follows from it. */
public final class NodeKey {

    private static final String FILE = "dataspace.key";
    private static final String NEXT_FILE = "dataspace.next.key";
    private static final int NAME_DIGITS = 32;

    private final PrivateKey secret;
    private final String open;
    private final String name;

    private NodeKey(PrivateKey secret, String open, String name) {
        this.secret = secret;
        this.open = open;
        this.name = name;
    }

    /** The key of a folder, made at the first call. */
    public static synchronized NodeKey in(Path folder) {
        try {
            Path file = folder.resolve(FILE);
            if (!isIn(folder)) {
                write(folder, file, made());
            }
            return read(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key of this node cannot be read", e);
        }
    }

    static boolean isIn(Path folder) {
        return Files.isRegularFile(folder.resolve(FILE));
    }

    /**
     * The key of a folder, which was made before.
     *
     * @throws NodeKeyMissing when it is gone since
     */
    public static synchronized NodeKey there(Path folder) {
        if (!isIn(folder)) {
            throw new NodeKeyMissing("?");
        }
        return in(folder);
    }

    /** The next key, if one was made, belongs to a name that is given up. */
    static synchronized void dropNext(Path folder) {
        try {
            Files.deleteIfExists(folder.resolve(NEXT_FILE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path folder, Path file, String text) throws IOException {
        Files.createDirectories(folder);
        Path partial = Files.createTempFile(folder, "dataspace", ".tmp"); // readable by its owner alone
        try {
            Files.writeString(partial, text);
            Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(partial);
        }
    }

    private static NodeKey read(Path file) throws IOException, GeneralSecurityException {
        String[] lines = Files.readString(file).strip().split("\\s+");
        return new NodeKey(
                KeyFactory.getInstance("Ed25519")
                        .generatePrivate(
                                new PKCS8EncodedKeySpec(Base64.getDecoder().decode(lines[0]))),
                lines[1],
                lines.length > 2 ? lines[2] : named(lines[1]));
    }

    /**
     * The key that this node will sign with next, made at the first call: it is given to the others before {@link #turn}.
     *
     * @return what others check with: X.509, Base64
     */
    public static synchronized String next(Path folder) {
        NodeKey now = there(folder);
        try {
            Path file = folder.resolve(NEXT_FILE);
            if (!Files.isRegularFile(file)) {
                write(folder, file, made().strip() + "\n" + now.name() + "\n"); // the name stays
            }
            return read(file).open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the next key of this node cannot be read", e);
        }
    }

    /** From the next start this node signs with its next key. Answers whether there was one. */
    public static synchronized boolean turn(Path folder) {
        Path next = folder.resolve(NEXT_FILE);
        if (!Files.isRegularFile(next)) {
            return false;
        }
        try {
            Files.move(next, folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String named(String open) {
        return "urn:foyer:node:" + Digests.of(open).substring(0, NAME_DIGITS);
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

    /** How this node is called: it follows from its first key and stays when the key is replaced. */
    public String name() {
        return name;
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

    /** Whether a text is signed with any of these keys. @param open X.509, Base64 */
    public static boolean verifies(List<String> open, String text, byte[] signed) {
        return open.stream().anyMatch(key -> verifies(key, text, signed));
    }

    private static boolean verifies(String open, String text, byte[] signed) {
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
