package org.foyer.hub.governance.internal.agreements;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.foyer.hub.governance.Agreement;
import org.foyer.hub.governance.Agreement.Standing;
import org.foyer.hub.governance.Agreement.State;
import org.foyer.hub.governance.AgreementTerms;

/** Agreements as they stand on a day: every signature is verified anew against what is kept, each time somebody reads them. */
public record AgreementReading(AgreementTables tables, LocalDate today) {

    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    public Agreement whole(AgreementTables.Row row) {
        List<Agreement.Version> versions = new ArrayList<>();
        boolean inForce = false;
        List<AgreementTables.VersionRow> rows = tables.versions(row.id());
        for (AgreementTables.VersionRow one : rows) { // the newest first: what is in force sets aside what is older
            Agreement.Version version = version(row.id(), one, inForce);
            inForce |= version.state() == State.IN_FORCE;
            versions.add(version);
        }
        return new Agreement(
                row.id(), row.network(), row.template(), row.title(), row.house(), row.madeAt(), List.copyOf(versions));
    }

    private Agreement.Version version(long agreement, AgreementTables.VersionRow row, boolean newerInForce) {
        AgreementTerms terms = read(row.terms());
        List<Agreement.Party> parties = tables.parties(agreement, row.version()).stream()
                .map(party -> party(row, terms, party))
                .toList();
        State state = state(row.openedAt() != null, terms, parties, today);
        return new Agreement.Version(
                row.version(),
                row.uid(),
                terms,
                row.textFr(),
                row.textEn(),
                row.policy(),
                signing(row, "").hash(),
                row.openedAt(),
                row.madeAt(),
                state == State.IN_FORCE && newerInForce ? State.SUPERSEDED : state,
                parties,
                row.uses());
    }

    /** What a version is worth on a day. @param opened whether it can be signed */
    public static State state(boolean opened, AgreementTerms terms, List<Agreement.Party> parties, LocalDate today) {
        List<Standing> standings = parties.stream()
                .map(Agreement.Party::standing)
                .filter(one -> one != Standing.WITHDRAWN)
                .toList();
        if (standings.contains(Standing.BROKEN)) {
            return State.BROKEN;
        }
        if (standings.size() < 2) {
            return State.ENDED;
        }
        if (today.isAfter(terms.until())) {
            return State.EXPIRED;
        }
        if (!opened) {
            return State.DRAFT;
        }
        return standings.contains(Standing.WAITING) ? State.OPEN : State.IN_FORCE;
    }

    private static Agreement.Party party(
            AgreementTables.VersionRow row, AgreementTerms terms, AgreementTables.PartyRow party) {
        String jws = party.jws();
        Standing standing = party.withdrawnAt() != null
                ? Standing.WITHDRAWN
                : jws == null
                        ? Standing.WAITING
                        : Signing.holds(jws, signed(row, terms, party), party.key())
                                ? Standing.SIGNED
                                : Standing.BROKEN;
        return new Agreement.Party(
                party.house(),
                party.node(),
                party.slug(),
                party.name(),
                standing,
                jws,
                party.key(),
                party.signedBy(),
                party.signedAt(),
                party.withdrawnAt());
    }

    /** A party that the terms do not name signed nothing. */
    private static Signing.Signed signed(
            AgreementTables.VersionRow row, AgreementTerms terms, AgreementTables.PartyRow party) {
        return signing(
                row, terms.party(party.node(), party.slug()).map(terms::iri).orElse(""));
    }

    /** @param iri of the house that signs */
    static Signing.Signed signing(AgreementTables.VersionRow row, String iri) {
        return new Signing.Signed(row.uid(), row.version(), iri, row.textFr(), row.textEn(), row.policy());
    }

    static String json(AgreementTerms terms) {
        try {
            return JSON.writeValueAsString(terms);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static AgreementTerms read(String terms) {
        try {
            return JSON.readValue(terms, AgreementTerms.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
