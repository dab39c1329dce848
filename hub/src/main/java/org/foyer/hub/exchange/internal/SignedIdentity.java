package org.foyer.hub.exchange.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.foyer.hub.exchange.Identity;
import org.foyer.hub.exchange.Participant;
import org.foyer.hub.exchange.Participants;
import org.foyer.hub.store.Register;
import org.jspecify.annotations.Nullable;

/**
 * Tokens signed by keys that were exchanged beforehand: JWT (RFC 7519) as compact JWS (RFC 7515) with Ed25519 (RFC 8037), for one
 * reader, for minutes, for one use.
 */
public final class SignedIdentity implements Identity {

    /** How long a token may count from when it was made. */
    static final Duration LONGEST = Duration.ofMinutes(5);

    /** By how much the clocks of two nodes may differ. */
    static final Duration SKEW = Duration.ofSeconds(30);

    /** How long a token of this node counts. */
    private static final Duration OURS = Duration.ofMinutes(2);

    private static final int TOKEN_CHARACTERS_MAX = 4_096;
    private static final int NUMBER_CHARACTERS_MAX = 200;
    private static final String BEARER = "Bearer ";

    private final Register register;
    private final Participants participants;
    private final NodeKey key;
    private final Clock clock;

    public SignedIdentity(Register register, Participants participants, NodeKey key, Clock clock) {
        this.register = register;
        this.participants = participants;
        this.key = key;
        this.clock = clock;
    }

    @Override
    public String self() {
        return key.name();
    }

    @Override
    public Optional<Participant> find(String id) {
        return participants.find(id).filter(entry -> entry.revokedAt() == null).map(Participants.Entry::participant);
    }

    @Override
    public String proofFor(Participant audience) {
        Instant now = clock.instant();
        ObjectNode claims = Json.object()
                .put("iss", self())
                .put("sub", self())
                .put("aud", audience.id())
                .put("iat", now.getEpochSecond())
                .put("exp", now.plus(OURS).getEpochSecond())
                .put("jti", UUID.randomUUID().toString());
        String signed =
                part(Json.object().put("alg", "EdDSA").put("typ", "JWT").toString()) + "." + part(claims.toString());
        return BEARER + signed + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(key.sign(signed));
    }

    private static String part(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Optional<Participant> sender(@Nullable String authorization) {
        if (authorization == null
                || !authorization.startsWith(BEARER)
                || authorization.length() > TOKEN_CHARACTERS_MAX) {
            return Optional.empty();
        }
        return signed(authorization)
                .filter(said -> isForNow(said.claims()) && isForUs(said.claims().path("aud")))
                .filter(said -> isFirstUse(said.by().participant().id(), said.claims()))
                .map(said -> said.by().participant())
                .map(sender -> {
                    participants.seen(sender.id());
                    return sender;
                });
    }

    /** What somebody who is known signed, whatever it says. */
    private record Signed(Participants.Entry by, ObjectNode claims) {}

    private Optional<Signed> signed(String authorization) {
        String[] parts = authorization.substring(BEARER.length()).split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        Optional<ObjectNode> head = json(parts[0]);
        Optional<ObjectNode> claims = json(parts[1]);
        if (head.isEmpty() || claims.isEmpty() || !isOurKind(head.get())) {
            return Optional.empty();
        }
        return participants
                .find(Json.text(claims.get(), "iss"))
                .filter(entry -> entry.revokedAt() == null)
                .filter(entry -> isSigned(entry, parts))
                .map(entry -> new Signed(entry, claims.get()));
    }

    /** Told to those alone who signed rightly: whoever cannot learns nothing. */
    @Override
    public String objection(@Nullable String authorization) {
        if (authorization == null
                || !authorization.startsWith(BEARER)
                || authorization.length() > TOKEN_CHARACTERS_MAX) {
            return Identity.super.objection(authorization);
        }
        return signed(authorization)
                .filter(said -> !isForNow(said.claims()))
                .map(said -> {
                    long made = said.claims().path("iat").asLong();
                    long apart = (clock.instant().getEpochSecond() - made) / 60;
                    return "the token is not of this time: it was made " + Math.abs(apart) + " minutes "
                            + (apart < 0 ? "after" : "before") + " the clock of this node; set the clocks right";
                })
                .orElseGet(() -> Identity.super.objection(authorization));
    }

    /** No other algorithm, and nothing that has to be understood and is not. */
    private static boolean isOurKind(ObjectNode head) {
        return "EdDSA".equals(Json.text(head, "alg")) && !head.has("crit");
    }

    private static boolean isSigned(Participants.Entry entry, String[] parts) {
        try {
            byte[] signature = Base64.getUrlDecoder().decode(parts[2]);
            String signed = parts[0] + "." + parts[1];
            return NodeKey.verifies(entry.keys(), signed, signature);
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }

    private boolean isForNow(ObjectNode claims) {
        JsonNode made = claims.path("iat");
        JsonNode ends = claims.path("exp");
        if (!made.isIntegralNumber()
                || !ends.isIntegralNumber()
                || !made.canConvertToLong()
                || !ends.canConvertToLong()) {
            return false;
        }
        long now = clock.instant().getEpochSecond();
        long lasts = ends.longValue() - made.longValue();
        return lasts > 0
                && lasts <= LONGEST.toSeconds()
                && made.longValue() <= now + SKEW.toSeconds()
                && ends.longValue() > now - SKEW.toSeconds();
    }

    private boolean isForUs(JsonNode audience) {
        JsonNode one = audience.isArray() && audience.size() == 1 ? audience.get(0) : audience;
        return self().equals(one.textValue());
    }

    /** Numbers are kept until their token would be refused for its age. */
    private boolean isFirstUse(String participant, ObjectNode claims) {
        String number = Json.text(claims, "jti");
        if (number.isBlank() || number.length() > NUMBER_CHARACTERS_MAX) {
            return false;
        }
        Instant ends = Instant.ofEpochSecond(claims.path("exp").longValue()).plus(SKEW);
        return register.write(handle -> {
            handle.createUpdate("delete from dataspace_token where expires_at < :now")
                    .bind("now", clock.instant().toEpochMilli())
                    .execute();
            return handle.createUpdate("insert into dataspace_token (participant, number, expires_at)"
                                    + " values (:participant, :number, :ends) on conflict do nothing")
                            .bind("participant", participant)
                            .bind("number", number)
                            .bind("ends", ends.toEpochMilli())
                            .execute()
                    == 1;
        });
    }

    private static Optional<ObjectNode> json(String part) {
        try {
            return Json.read(new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
