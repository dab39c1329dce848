package org.foyer.hub.intake;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.foyer.hub.model.HouseId;
import org.foyer.kit.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What a person may ask of a house: what is held of them (GDPR art. 15), to have it put right (art. 16), to be forgotten
 * (art. 17), to take it along (art. 20), not to be counted (art. 21). Whoever calls writes the line of the audit.
 */
public interface PersonRights {

    /** People in one answer, and in one erasure on request, at most. */
    int PEOPLE_MAX = 20;

    /** People in one erasure of those whose time is over, at most. */
    int DUE_MAX = 10_000;

    /**
     * Who is looked for. A name alone tells nobody from a namesake; see {@link #tells}.
     *
     * @param reference number under which a tool of the house knows the buyer
     * @param email whole, in any case
     */
    record Asked(
            @Nullable String reference,
            @Nullable String email,
            @Nullable String lastName,
            @Nullable String firstName,
            @Nullable String postcode) {

        /** Whether it is enough to tell one person from others: a number, an e-mail, or a whole name with a postcode. */
        public boolean tells() {
            return byNumberOrEmail() || lastName != null && firstName != null && postcode != null;
        }

        /** Whether something is asked that namesakes do not share. */
        public boolean byNumberOrEmail() {
            return reference != null || email != null;
        }
    }

    /**
     * A buyer as the house knows them.
     *
     * @param person key; a text in JSON, since scripts cannot hold so large a number
     */
    record Buyer(
            @JsonFormat(shape = JsonFormat.Shape.STRING) long person,
            String reference,
            @Nullable String lastName,
            @Nullable String firstName,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String street,
            @Nullable String postcode,
            @Nullable String city,
            @Nullable String country,
            @Nullable Integer birthYear,
            int importedBy) {

        /**
         * As much as is needed to choose among namesakes: how e-mail and telephone begin or end, and the year of birth; no
         * address beyond the postcode that was asked for.
         */
        public Buyer toChoose() {
            return new Buyer(
                    person,
                    reference,
                    lastName,
                    firstName,
                    email == null ? null : email.replaceAll("(?<=[^@])[^@]+", "…"),
                    phone == null ? null : phone.replaceAll("^.*(?=..)", "…"),
                    null,
                    postcode,
                    null,
                    null,
                    birthYear,
                    importedBy);
        }
    }

    /**
     * Who was found.
     *
     * @param buyers at most {@value #PEOPLE_MAX}; of several namesakes only {@link Buyer#toChoose}
     * @param tooMany whether more bear what was asked for; then nobody is shown
     */
    record Found(List<Buyer> buyers, boolean tooMany) {}

    /** Lines that name buyers, at most. */
    int NAMED_MAX = 100_000;

    /**
     * The buyers whom a list names.
     *
     * @param persons keys, each once; an e-mail that several buyers share names all of them
     * @param unknown how many lines name nobody whom the house knows
     * @param firstUnknown places in the list, from 0, of the first of these, at most {@value #PEOPLE_MAX}
     */
    record Named(List<Long> persons, int unknown, List<Integer> firstUnknown) {}

    /** One ticket bought or given back. */
    record Movement(
            String sold,
            String operation,
            String title,
            @Nullable String starts,
            long amount,
            @Nullable String tariff,
            @Nullable String zone,
            @Nullable String channel,
            @Nullable String order,
            String ticket,
            int importedBy) {}

    /** Contacts of the people of a house that can be put right here, at most. */
    int CORRECTIONS_MAX = 10_000;

    /** A contact that was put right here (GDPR art. 16). */
    record Corrected(ContactField field, Instant at, String actor) {}

    /**
     * A person's objection to being counted in figures of people (GDPR art. 21).
     *
     * @param way how it was said
     */
    record Objection(Instant at, String way, String actor) {}

    /**
     * Everything that is held of a buyer.
     *
     * @param corrected which contacts were put right here
     * @param objection null when the buyer did not object to being counted
     * @param movements oldest first, at most 10,000
     * @param currency ISO 4217 code of the amounts, which are minor units
     * @param fileNames run → names of its files, for each run that said something of them
     */
    record Held(
            Buyer buyer,
            List<Corrected> corrected,
            @Nullable Objection objection,
            List<Movement> movements,
            String currency,
            List<SaidBy> fileNames) {}

    /** A run that said something of a buyer. */
    record SaidBy(int run, List<String> files, Instant at) {}

    /**
     * Proof that people were forgotten; holds no name.
     *
     * @param erasure number in the register
     * @param saleLines tickets that lost their buyer; their money and seats stay
     * @param quarantine waiting rows that were deleted
     * @param filesCleaned files of the archive that were written anew without them
     * @param filesDeleted files of the archive that no import needs, deleted whole
     * @param filesRenamed files whose names named them, and have another word in their place
     */
    record Proof(
            long erasure,
            int people,
            long saleLines,
            long earlierContacts,
            long quarantine,
            int filesCleaned,
            int filesDeleted,
            int filesRenamed,
            String actor,
            Instant begunAt,
            Instant endedAt) {}

    /** Looks for a buyer; nobody is shown when what is asked does not tell one person from others. */
    Found find(HouseId house, Asked asked);

    /** Whether a buyer of this key is held. */
    boolean knows(HouseId house, long person);

    /**
     * Finds the buyers whom a list names, without opening anybody's contacts.
     *
     * @param names customer numbers and e-mails, whole; at most {@value #NAMED_MAX}
     * @throws IllegalArgumentException when there are more
     */
    Named named(HouseId house, List<String> names);

    /** What is held of a buyer; empty when there is none. */
    Optional<Held> held(HouseId house, long person);

    /**
     * Puts contacts of a buyer right (GDPR art. 16). It holds for as long as files say what was wrong; what a file says otherwise
     * later counts again.
     *
     * @param contacts what counts from now on; empty for nothing. Contacts that are not named stay as they are
     * @return what is wrong with them, all at once; nothing is changed then
     */
    List<Problem> correct(HouseId house, long person, Map<ContactField, String> contacts, String actor);

    /**
     * Writes down that a buyer objects to being counted in figures of people (GDPR art. 21), or no longer does. It counts at once,
     * for every buyer that linking finds to be the same person.
     *
     * @param way how it was said
     * @return whether that is new
     */
    boolean object(HouseId house, long person, boolean objects, String way, String actor);

    /**
     * Forgets people: in the warehouse, the quarantine and the archive. They do not come back with a rebuild or with an old
     * file; what they buy later is a new relation.
     *
     * @param persons at most {@value #PEOPLE_MAX}
     * @throws IllegalArgumentException when there are none or too many
     * @throws IllegalStateException when too many imports wait
     */
    Proof forget(HouseId house, List<Long> persons, String actor);

    /**
     * Forgets whoever ordered last so long ago that the house keeps contacts no longer. Their rows are found by number and
     * e-mail; a remark about them in a row of somebody else stays.
     *
     * @param months how long contacts are kept after the last order or what the person said last
     * @return the proof; empty when nobody's time is over. At most {@value #DUE_MAX} at once, so ask again until it is empty
     */
    Optional<Proof> forgetDue(HouseId house, int months, String actor);

    /**
     * Takes rows of imports that were never taken out of the quarantine and the archive, when they have been kept as long as the
     * house keeps them.
     *
     * @param months how long they are kept after their import
     * @return the proof, of no people; empty when nothing is due
     */
    Optional<Proof> forgetWaitingDue(HouseId house, int months, String actor);

    /** Erasures of a house, newest first, at most 100. */
    List<Proof> erasures(HouseId house);
}
