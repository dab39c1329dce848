package org.foyer.hub.site.internal.pages;

import jakarta.ws.rs.core.MultivaluedMap;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.foyer.hub.governance.Networks;
import org.foyer.hub.governance.Networks.Fault;
import org.foyer.hub.governance.Proposal;
import org.foyer.hub.governance.Proposal.Kind;
import org.foyer.hub.governance.Proposal.Matter;
import org.foyer.hub.site.internal.pages.NetworksView.PoolingFault;
import org.foyer.hub.site.internal.pooling.PoolingFaults;
import org.foyer.hub.site.internal.server.Sentences;
import org.jspecify.annotations.Nullable;

/** Reads what forms of networks and agreements send, and tells what is wrong with it. */
final class PoolingForms {

    private PoolingForms() {}

    static @Nullable String text(MultivaluedMap<String, String> sent, String name) {
        return PoolingFaults.text(sent.getFirst(name));
    }

    /** Null for nothing; −1, which no rule allows, for what is no number. */
    static @Nullable Integer number(MultivaluedMap<String, String> sent, String name) {
        String text = text(sent, name);
        return text == null ? null : text.matches("\\d{1,9}") ? Integer.valueOf(text) : Integer.valueOf(-1);
    }

    /** Null for nothing and for what is no day, which the rules refuse where one is needed. */
    static @Nullable LocalDate day(MultivaluedMap<String, String> sent, String name) {
        String text = text(sent, name);
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    static Networks.Wish proposal(MultivaluedMap<String, String> sent) {
        Kind kind = Kind.of(sent.getFirst("kind")).orElse(null);
        return new Networks.Wish(
                kind,
                text(sent, "title"),
                text(sent, "reason"),
                kind == null ? null : matter(kind, sent),
                number(sent, "days"));
    }

    private static Matter matter(Kind kind, MultivaluedMap<String, String> sent) {
        String subject = String.valueOf(text(sent, "subject"));
        String[] parts = subject.split(":", 2);
        return switch (kind) {
            case MEMBER -> Matter.member(subject);
            case SEAT -> seat(sent);
            case PURPOSE -> Matter.decision(subject, String.valueOf(text(sent, "value")));
            case THRESHOLD -> Matter.decision(subject, String.valueOf(text(sent, "value")));
            case DEFINITION -> Matter.decision(parts[0], parts.length < 2 ? "" : parts[1]);
            case AGREEMENT ->
                Matter.agreement(
                        org.foyer.hub.site.internal.api.NetworksResource.number(parts[0]),
                        parts.length < 2 || !parts[1].matches("\\d{1,6}") ? -1 : Integer.parseInt(parts[1]));
        };
    }

    /** A house of another node is sent with its node behind it, as {@code Network.Guest#key()} calls it. */
    private static Matter seat(MultivaluedMap<String, String> sent) {
        String[] house = String.valueOf(text(sent, "house")).split("@", 2);
        String organ = String.valueOf(text(sent, "organ"));
        boolean vacate = "true".equals(text(sent, "vacate"));
        return house.length < 2
                ? Matter.seat(house[0], organ, vacate)
                : Matter.guestSeat(house[0], house[1], organ, vacate);
    }

    static List<PoolingFault> faults(Language language, List<Fault> faults) {
        Sentences sentences = Sentences.in(language.locale());
        return faults.stream()
                .map(fault -> new PoolingFault(
                        field(language, fault.field()) + sentences.sentence(fault.code(), fault.arguments()),
                        sentences.mend(fault.code(), fault.arguments())))
                .toList();
    }

    /** Which field it is about, where the sentence does not say it itself. */
    private static String field(Language language, String field) {
        String key = "net_field_" + field.replaceAll("\\W", "_");
        return language.knows(key) ? language.say(key) + language.say("dp_colon") : "";
    }

    /** The tone in which an outcome is shown. */
    static String tone(Proposal.@Nullable Outcome outcome) {
        if (outcome == null) {
            return "";
        }
        return outcome == Proposal.Outcome.ADOPTED ? "good" : outcome == Proposal.Outcome.REJECTED ? "bad" : "warn";
    }
}
