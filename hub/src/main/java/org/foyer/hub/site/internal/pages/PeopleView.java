package org.foyer.hub.site.internal.pages;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.foyer.hub.governance.ProtectionSheet;
import org.foyer.hub.intake.PersonRights;
import org.foyer.hub.intake.PersonRights.Asked;
import org.foyer.hub.intake.PersonRights.Buyer;
import org.foyer.hub.intake.PersonRights.Found;
import org.foyer.hub.intake.PersonRights.Proof;
import org.foyer.hub.model.House;
import org.jspecify.annotations.Nullable;

/**
 * Requests of people in a house.
 *
 * @param tooLittle whether what was asked does not tell one person from others
 * @param due a sentence each on contacts and on waiting rows that have been kept as long as they may be
 * @param result a sentence on what was found, null before a search
 */
public record PeopleView(
        String base,
        Search search,
        boolean tooLittle,
        @Nullable String result,
        List<Hit> hits,
        List<String> due,
        boolean anyDue,
        List<Erasure> erasures) {

    /** What was typed. */
    public record Search(String reference, String email, String last, String first, String postcode) {

        static final Search EMPTY = new Search("", "", "", "", "");

        static Search of(
                @Nullable String reference,
                @Nullable String email,
                @Nullable String last,
                @Nullable String first,
                @Nullable String postcode) {
            return new Search(typed(reference), typed(email), typed(last), typed(first), typed(postcode));
        }

        private static String typed(@Nullable String text) {
            return text == null ? "" : text.strip();
        }

        Asked asked() {
            return new Asked(orNull(reference), orNull(email), orNull(last), orNull(first), orNull(postcode));
        }

        private static @Nullable String orNull(String text) {
            return text.isEmpty() ? null : text;
        }
    }

    /** One who was found. */
    public record Hit(String person, String name, String reference, String contact, String address) {}

    /** A proof. */
    public record Erasure(long number, String when, String by, String told) {}

    static PeopleView of(
            Language language,
            House house,
            Search search,
            boolean tooLittle,
            @Nullable Found found,
            List<ProtectionSheet.Deletion> deletions,
            List<Proof> proofs) {
        return new PeopleView(
                "/h/" + house.slug(),
                search,
                tooLittle,
                found == null ? null : result(language, search, found),
                found == null
                        ? List.of()
                        : found.buyers().stream()
                                .map(buyer -> hit(language, buyer))
                                .toList(),
                deletions.stream().map(deletion -> due(language, deletion)).toList(),
                deletions.stream().anyMatch(deletion -> deletion.due() > 0),
                proofs.stream().map(proof -> erasure(language, house, proof)).toList());
    }

    private static String due(Language language, ProtectionSheet.Deletion deletion) {
        LocalDate next = deletion.next();
        return next == null
                ? language.count("dp_due_" + deletion.rule() + "_last", deletion.due(), deletion.months())
                : language.count(
                        "dp_due_" + deletion.rule(),
                        deletion.due(),
                        deletion.months(),
                        language.formats().longDay(next),
                        language.formats().number(deletion.then()));
    }

    private static String result(Language language, Search search, Found found) {
        if (found.tooMany()) {
            return language.say("people_too_many", PersonRights.PEOPLE_MAX);
        }
        if (found.buyers().size() > 1 && !search.asked().byNumberOrEmail()) {
            return language.say("people_namesakes", found.buyers().size());
        }
        return found.buyers().isEmpty()
                ? language.say("people_none")
                : language.count("people_found", found.buyers().size());
    }

    private static Hit hit(Language language, Buyer buyer) {
        String year = buyer.birthYear() == null ? null : language.say("person_birth") + " " + buyer.birthYear();
        return new Hit(
                Long.toString(buyer.person()),
                name(buyer),
                buyer.reference(),
                together(", ", buyer.email(), buyer.phone(), year),
                together(" ", buyer.street(), buyer.postcode(), buyer.city(), buyer.country()));
    }

    static String name(Buyer buyer) {
        String name = together(" ", buyer.firstName(), buyer.lastName());
        return name.isEmpty() ? buyer.reference() : name;
    }

    static String together(String between, @Nullable String... parts) {
        return Stream.of(parts).filter(Objects::nonNull).collect(Collectors.joining(between));
    }

    private static Erasure erasure(Language language, House house, Proof proof) {
        Formats formats = language.formats();
        return new Erasure(
                proof.erasure(),
                formats.moment(proof.endedAt(), house.zone()),
                proof.actor(),
                language.say(
                        "erasure_told",
                        formats.number(proof.people()),
                        formats.number(proof.saleLines()),
                        formats.number(proof.quarantine()),
                        formats.number(proof.filesCleaned()),
                        formats.number(proof.filesDeleted()),
                        formats.number(proof.filesRenamed())));
    }
}
