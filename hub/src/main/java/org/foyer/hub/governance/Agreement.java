package org.foyer.hub.governance;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.foyer.hub.model.HouseId;
import org.jspecify.annotations.Nullable;

/**
 * What houses agreed to, in versions.
 *
 * @param network short name of the network within which it was made; null when houses made it between them
 * @param house short name of who drew it up
 * @param versions the newest first
 */
public record Agreement(
        long id,
        @Nullable String network,
        String template,
        String title,
        String house,
        Instant madeAt,
        List<Version> versions) {

    /** What a version is worth today. */
    public enum State {
        /** Waits for the vote that opens it. */
        DRAFT,
        /** Can be signed. */
        OPEN,
        IN_FORCE,
        EXPIRED,
        /** Fewer than two houses are left in it. */
        ENDED,
        /** A newer version is in force. */
        SUPERSEDED,
        /** A signature does not fit what is kept here: something was changed. */
        BROKEN;

        @JsonValue
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** How a party stands. */
    public enum Standing {
        WAITING,
        SIGNED,
        WITHDRAWN,
        BROKEN;

        @JsonValue
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One version.
     *
     * @param uid identifier of its policy
     * @param textFr as it is signed in French, and
     * @param textEn in English
     * @param policy ODRL 2.2 as JSON-LD, as it is signed
     * @param hash SHA-256 over both texts and the policy, which whoever signs must name
     * @param uses that it let through and counted
     */
    public record Version(
            int version,
            String uid,
            AgreementTerms terms,
            String textFr,
            String textEn,
            String policy,
            String hash,
            @Nullable Instant openedAt,
            Instant madeAt,
            State state,
            List<Party> parties,
            long uses) {

        /** @param language two letters; French for all but {@code en} */
        public String text(String language) {
            return "en".equals(language) ? textEn : textFr;
        }

        /** The same with other standings. */
        public Version with(State now, List<Party> standing) {
            return new Version(
                    version, uid, terms, textFr, textEn, policy, hash, openedAt, madeAt, now, standing, uses);
        }

        public Optional<Party> party(HouseId house) {
            return parties.stream().filter(one -> house.equals(one.house())).findFirst();
        }
    }

    /**
     * A house in a version.
     *
     * @param house null when it is of another node
     * @param node participant whose node it is; empty for this one
     * @param jws its signature, compact
     * @param key the public key that verifies it, as a JWK
     */
    public record Party(
            @Nullable HouseId house,
            String node,
            String slug,
            String name,
            Standing standing,
            @Nullable String jws,
            @Nullable String key,
            @Nullable String signedBy,
            @Nullable Instant signedAt,
            @Nullable Instant withdrawnAt) {

        /** The same house, as another node knows it. */
        public Party with(@Nullable HouseId known, Standing found) {
            return new Party(known, node, slug, name, found, jws, key, null, signedAt, withdrawnAt);
        }
    }

    public Optional<Version> version(int number) {
        return versions.stream().filter(one -> one.version() == number).findFirst();
    }

    /** The one that counts today: in force, else the newest. */
    public Version present() {
        return versions.stream()
                .filter(one -> one.state() == State.IN_FORCE)
                .findFirst()
                .orElse(versions.get(0));
    }
}
