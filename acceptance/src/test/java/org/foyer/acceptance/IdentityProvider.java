package org.foyer.acceptance;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * An OpenID Connect provider as small as the authorization code flow allows (OpenID Connect Core 1.0, section 3.1): it
 * asks nobody for a password and sends back whoever it is told to.
 */
final class IdentityProvider implements AutoCloseable {

    private static final String KEY_ID = "k1";
    private static final String CODE = "one-code";

    private final HttpServer server;
    private final KeyPair known = pair();
    private final KeyPair forged = pair();
    private final String client;

    /** Who comes back. */
    volatile String subject = "";

    /** Whether tokens are signed with a key that the provider never published. */
    volatile boolean forging;

    IdentityProvider(String client) throws IOException, GeneralSecurityException {
        this.client = client;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/.well-known/openid-configuration", asked -> answer(asked, configuration()));
        server.createContext("/authorize", this::sendBack);
        server.createContext("/token", asked -> answer(asked, tokens()));
        server.createContext("/keys", asked -> answer(asked, keys()));
        server.start();
    }

    private static KeyPair pair() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return generator.generateKeyPair();
    }

    String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private String configuration() {
        return """
                {"issuer": "%1$s", "authorization_endpoint": "%1$s/authorize", "token_endpoint": "%1$s/token",
                 "jwks_uri": "%1$s/keys", "response_types_supported": ["code"], "subject_types_supported": ["pairwise"],
                 "id_token_signing_alg_values_supported": ["RS256"]}""".formatted(issuer());
    }

    private void sendBack(HttpExchange asked) throws IOException {
        Map<String, String> query = Arrays.stream(
                        asked.getRequestURI().getRawQuery().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
        URI back = URI.create(query.get("redirect_uri") + "?code=" + CODE + "&state=" + query.get("state"));
        asked.getResponseHeaders().add("Location", back.toString());
        asked.sendResponseHeaders(302, -1);
        asked.close();
    }

    private String tokens() {
        long now = Instant.now().getEpochSecond();
        String claims = """
                {"iss": "%s", "sub": "%s", "aud": "%s", "iat": %d, "exp": %d, "typ": "ID"}""".formatted(issuer(), subject, client, now, now + 300);
        return """
                {"id_token": "%1$s", "access_token": "%1$s", "token_type": "Bearer", "expires_in": 300}""".formatted(signed(claims));
    }

    private String signed(String claims) {
        String text = encoded("{\"alg\":\"RS256\",\"kid\":\"" + KEY_ID + "\"}") + "." + encoded(claims);
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign((forging ? forged : known).getPrivate());
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return text + "." + encoded(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String keys() {
        RSAPublicKey key = (RSAPublicKey) known.getPublic();
        return """
                {"keys": [{"kty": "RSA", "use": "sig", "alg": "RS256", "kid": "%s", "n": "%s", "e": "%s"}]}""".formatted(KEY_ID, encoded(unsigned(key.getModulus())), encoded(unsigned(key.getPublicExponent())));
    }

    private static byte[] unsigned(BigInteger number) {
        byte[] bytes = number.toByteArray();
        return bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
    }

    private static String encoded(String text) {
        return encoded(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static void answer(HttpExchange asked, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        asked.getRequestBody().readAllBytes();
        asked.getResponseHeaders().add("Content-Type", "application/json");
        asked.sendResponseHeaders(200, bytes.length);
        asked.getResponseBody().write(bytes);
        asked.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
