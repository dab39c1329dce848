package org.foyer.hub.governance.internal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.foyer.hub.governance.ConsentChoices;
import org.foyer.hub.governance.ConsentChoices.Choice;
import org.foyer.hub.governance.Consents;
import org.foyer.hub.governance.Consents.Event;
import org.foyer.hub.governance.Consents.OfPerson;
import org.foyer.hub.governance.Consents.Said;
import org.foyer.hub.governance.Consents.Stand;
import org.foyer.hub.governance.Consents.Standing;
import org.foyer.hub.governance.Consents.Wording;
import org.foyer.hub.governance.Purpose.Text;
import org.foyer.hub.governance.Terms;
import org.foyer.hub.model.House;
import org.jspecify.annotations.Nullable;

/**
 * A receipt of consent after ISO/IEC TS 27560:2023, with the terms that the W3C community group on data privacy gives its fields
 * (guide "Consent Records and Receipts as per ISO/IEC TS 27560:2023 using DPV", 1 August 2024). What that vocabulary lacks, the channel
 * and what stands for it, has the prefix {@code foyer}.
 */
final class ConsentReceipt {

    private static final String PROFILE = "https://w3id.org/dpv/schema/dpv-27560#";

    private static final Map<String, Object> CONTEXT = ordered(
            "dpv", "https://w3id.org/dpv#",
            "pd", "https://w3id.org/dpv/pd#",
            "loc", "https://w3id.org/dpv/loc#",
            "eu-gdpr", "https://w3id.org/dpv/legal/eu/gdpr#",
            "dct", "http://purl.org/dc/terms/",
            "skos", "http://www.w3.org/2004/02/skos/core#",
            "rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
            "foyer", "urn:foyer:consent:");

    private static final Text NOT_SAID = new Text("non dit par la maison", "not said by the house");
    private static final Text AT_THE_HOUSE =
            new Text("en le disant à la maison, par tout moyen", "by telling the house, in any way");
    private static final Text WITHDRAWING = new Text("Droit de retirer son consentement", "Right to withdraw consent");
    private static final Text OBJECTING = new Text("Droit d’opposition", "Right to object");

    private final House house;
    private final Terms terms;
    private final ConsentChoices choices;
    private final String language;
    private final Instant created;

    ConsentReceipt(House house, Terms terms, ConsentChoices choices, String language, Instant created) {
        this.house = house;
        this.terms = terms;
        this.choices = choices;
        this.language = language;
        this.created = created.truncatedTo(ChronoUnit.SECONDS);
    }

    /** @param of with at least one event */
    Map<String, Object> of(long person, OfPerson of) {
        List<Object> records = new ArrayList<>();
        for (Choice purpose : choices.purposes()) {
            List<Event> events = of.events().stream()
                    .filter(event -> event.purpose().equals(purpose.id()))
                    .toList();
            if (!events.isEmpty()) {
                records.add(record(person, purpose, events, of.stands()));
            }
        }
        Map<String, Object> receipt = new LinkedHashMap<>();
        receipt.put("@context", CONTEXT);
        String id = id("receipt", person, of.events().get(0).number() + " " + created);
        receipt.put("@id", "urn:uuid:" + id);
        receipt.put("@type", "dpv:ConsentReceipt");
        receipt.put("dct:conformsTo", PROFILE + "receipt-record");
        receipt.put("dpv:hasIdentifier", id);
        receipt.put("dct:created", created.toString());
        receipt.put("dct:language", language);
        receipt.put("foyer:simulated", house.simulated());
        receipt.put("dpv:hasRecordOfActivity", records);
        return receipt;
    }

    /** The same for the same things, and different in each house: the key of the person is a digest under its secret. */
    private String id(String what, long person, String rest) {
        String name = String.join(" ", what, house.slug(), Long.toString(person), rest);
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private Map<String, Object> record(long person, Choice purpose, List<Event> events, List<Stand> stands) {
        String id = id(
                "record",
                person,
                purpose.id() + " " + events.get(events.size() - 1).number());
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("@id", "urn:uuid:" + id);
        record.put("@type", "dpv:ConsentRecord");
        record.put("dct:conformsTo", PROFILE + "record");
        record.put("dct:identifier", id);
        record.put(
                "dpv:hasDataSubject", ordered("dct:identifier", Long.toString(person), "skos:broader", "dpv:Customer"));
        record.put("dpv:hasDataController", controller());
        if (house.address().country() != null) {
            record.put("dpv:hasJurisdiction", "loc:" + house.address().country());
        }
        record.put("dpv:hasApplicableLaw", "eu-gdpr:GDPR");
        record.put("dpv:hasLegalBasis", "eu-gdpr:A6-1-a");
        record.put("dpv:hasProcess", process(purpose, events));
        record.put("dpv:hasNotice", notices(events));
        record.put(
                "dpv:hasConsentControl",
                ordered("@type", "dpv:WithdrawConsent", "dpv:isExercisedAt", orElse(terms.contact(), AT_THE_HOUSE)));
        record.put("dpv:hasRight", List.of(right("eu-gdpr:A7-3", WITHDRAWING), right("eu-gdpr:A21", OBJECTING)));
        record.put("dpv:hasConsentStatus", events.stream().map(this::status).toList());
        record.put("foyer:standing", standing(purpose, stands));
        return record;
    }

    private String orElse(@Nullable String said, Text otherwise) {
        return said == null ? otherwise.in(language) : said;
    }

    private Map<String, Object> controller() {
        Map<String, Object> controller = new LinkedHashMap<>();
        controller.put("@type", "dpv:DataController");
        controller.put("dct:title", house.name());
        controller.put("dpv:hasName", terms.controller() == null ? house.name() : terms.controller());
        controller.put("dpv:hasContact", orElse(terms.contact(), NOT_SAID));
        return controller;
    }

    private Map<String, Object> right(String article, Text title) {
        return ordered("@type", List.of("dpv:DataSubjectRight", article), "dct:title", title.in(language));
    }

    private Map<String, Object> process(Choice purpose, List<Event> events) {
        Map<String, Object> process = new LinkedHashMap<>();
        process.put("@type", "dpv:Process");
        process.put(
                "dpv:hasPurpose",
                ordered(
                        "@id",
                        "foyer:" + purpose.id(),
                        "skos:broader",
                        "dpv:" + purpose.dpv(),
                        "dct:title",
                        purpose.title().in(language),
                        "dct:description",
                        purpose.what() == null ? "" : purpose.what().in(language)));
        process.put("dpv:hasProcessing", List.of("dpv:Store", "dpv:Use"));
        process.put("dpv:hasPersonalData", personalData(events));
        process.put("dpv:hasRecipient", house.name());
        process.put(
                "dpv:hasStorageCondition",
                List.of(
                        ordered("@type", "dpv:StorageLocation", "dpv:hasLocation", orElse(terms.hosting(), NOT_SAID)),
                        ordered(
                                "@type",
                                "dpv:StorageDuration",
                                "dpv:hasDuration",
                                "P" + terms.contactsMonths() + "M")));
        return process;
    }

    /** What of the person the channels need. */
    private List<String> personalData(List<Event> events) {
        Set<String> data = new LinkedHashSet<>();
        for (Choice channel : choices.channels()) {
            if (events.stream().anyMatch(event -> event.channel().equals(channel.id()))) {
                data.add("pd:" + channel.dpv());
            }
        }
        return List.copyOf(data);
    }

    /** Each wording that was agreed to, newest first. */
    private List<Object> notices(List<Event> events) {
        Map<Integer, Object> notices = new LinkedHashMap<>();
        for (Event event : events) {
            Wording wording = event.wording();
            if (wording != null) {
                notices.computeIfAbsent(
                        wording.version(),
                        version -> ordered(
                                "@id", notice(wording),
                                "@type", "dpv:ConsentNotice",
                                "dct:hasVersion", Integer.toString(version),
                                "dct:date", wording.since().toString(),
                                "dct:language", wording.language(),
                                "dct:description", wording.text()));
            }
        }
        return List.copyOf(notices.values());
    }

    private static String notice(Wording wording) {
        return "foyer:wording-" + wording.purpose() + "-" + wording.version();
    }

    private Map<String, Object> status(Event event) {
        Map<String, Object> status = new LinkedHashMap<>();
        status.put("@type", type(event));
        status.put("foyer:channel", event.channel());
        indicated(status, event);
        // whoever reads a file in did not hear the person say it
        status.put("dpv:isIndicatedBy", event.way().equals(Consents.FILE) ? "dpv:DataController" : "dpv:DataSubject");
        status.put("dpv:hasIndicationMethod", ConsentChoices.title(choices.ways(), event.way(), language));
        if (event.wording() != null) {
            status.put("dpv:hasNotice", notice(event.wording()));
        }
        if (event.until() != null) {
            status.put(
                    "dpv:hasDuration",
                    ordered(
                            "@type",
                            "dpv:UntilTimeDuration",
                            "rdf:value",
                            event.until().toString()));
        }
        if (event.said() == Said.OBJECTED) {
            status.put("dpv:hasRight", "eu-gdpr:A21");
        }
        return status;
    }

    /** When the person said it: the day that a file told, and then also when the house wrote it down. */
    private static void indicated(Map<String, Object> status, Event event) {
        if (event.saidDay() == null) {
            status.put("dpv:isIndicatedAtTime", event.at().toString());
        } else {
            status.put("dpv:isIndicatedAtTime", event.saidDay().toString());
            status.put("dct:created", event.at().toString());
        }
    }

    private static Object type(Event event) {
        return switch (event.said()) {
            case GIVEN -> List.of("dpv:ConsentGiven", "dpv:ExpressedConsent");
            case WITHDRAWN -> "dpv:ConsentWithdrawn";
            case OBJECTED -> "dpv:ConsentRefused";
        };
    }

    private List<Object> standing(Choice purpose, List<Stand> stands) {
        List<Object> standing = new ArrayList<>();
        for (Stand stand : stands) {
            if (stand.purpose().equals(purpose.id()) && stand.standing() != Standing.NOTHING) {
                standing.add(ordered(
                        "foyer:channel",
                        stand.channel(),
                        "foyer:title",
                        ConsentChoices.title(choices.channels(), stand.channel(), language),
                        "dpv:hasConsentStatus",
                        status(stand.standing())));
            }
        }
        return standing;
    }

    private static String status(Standing standing) {
        return switch (standing) {
            case GIVEN -> "dpv:ConsentGiven";
            case EXPIRED -> "dpv:ConsentExpired";
            case WITHDRAWN -> "dpv:ConsentWithdrawn";
            case OBJECTED -> "dpv:ConsentRefused";
            case NOTHING -> "dpv:ConsentUnknown";
        };
    }

    /** A map that is written in this order. */
    private static Map<String, Object> ordered(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }
}
