package org.foyer.hub.governance;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.jspecify.annotations.Nullable;

/**
 * What people said of being contacted, for each purpose and channel (GDPR art. 7 and 21). What was said last counts, at once; a
 * consent that a file brings counts only as long as nothing else was said.
 */
public interface Consents {

    /** Times one person can give consent, each for one purpose and channel. Withdrawing and objecting have no limit. */
    int CONSENTS_MAX = 500;

    /** Events that are told of one person: more than {@value #CONSENTS_MAX} consents can lead to. */
    int EVENTS_MAX = 4 * CONSENTS_MAX;

    int WORDING_CHARACTERS_MAX = 4_000;

    /** Versions of wordings that a house can keep. */
    int WORDINGS_MAX = 1_000;

    /** Longest time for which a consent is given, in years; without an end it counts until something else is said. */
    int YEARS_MAX = 10;

    /** How long it is kept who was on a list of contacts, in months. */
    int LISTS_MONTHS = 36;

    /** People about whom one question can be asked. */
    int ASKED_MAX = 1_000_000;

    /** The way of what comes in a file, which nobody said here. */
    String FILE = "file";

    /** What can be said. */
    enum Said {
        GIVEN,
        WITHDRAWN,
        /** Stronger than withdrawing: it stands when consent is withdrawn afterwards. */
        OBJECTED;

        /** As it is kept and sent, for instance {@code given}. */
        @JsonValue
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** What has this key. */
        public static Optional<Said> of(String key) {
            return Arrays.stream(values())
                    .filter(said -> said.key().equals(key))
                    .findFirst();
        }
    }

    /** What counts now; only {@link #GIVEN} lets a person be contacted. */
    enum Standing {
        NOTHING,
        GIVEN,
        /** Given until a day that is over. */
        EXPIRED,
        WITHDRAWN,
        OBJECTED;

        /** As it is sent, for instance {@code given}. */
        @JsonValue
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What a house asked people to agree to, word for word.
     *
     * @param version counted up within a purpose, from 1
     * @param language two letters
     */
    record Wording(String purpose, int version, String language, String text, Instant since) {}

    /**
     * What was said once.
     *
     * @param number in the order in which things were said
     * @param actor who wrote it down
     * @param wording what was agreed to; null when it was not a consent
     * @param until last day on which it counts, in the zone of the house; null when it has no end
     * @param saidDay day on which the person said it, where a file told one; null for what was said here, at {@code at}, and where the
     *     file had no day
     */
    record Event(
            long number,
            String purpose,
            String channel,
            Said said,
            Instant at,
            String actor,
            String way,
            @Nullable Wording wording,
            @Nullable LocalDate until,
            @Nullable LocalDate saidDay) {}

    /**
     * What counts for a purpose and a channel.
     *
     * @param by the event that makes it so; null when nothing was said
     */
    record Stand(
            String purpose,
            String channel,
            Standing standing,
            @Nullable Event by) {}

    /**
     * Everything of one person.
     *
     * @param stands one for each purpose and channel, in the order of the choices
     * @param events newest first
     */
    record OfPerson(List<Stand> stands, List<Event> events) {}

    /**
     * What is to be written down; for each of the purposes by each of the channels.
     *
     * @param way how the person said it
     * @param wording what was agreed to; needed for a consent, not kept for anything else
     * @param language two letters, of the wording
     * @param until last day on which a consent counts; null when it has no end
     */
    record Wish(
            Said said,
            List<String> purposes,
            List<String> channels,
            String way,
            @Nullable String wording,
            @Nullable String language,
            @Nullable LocalDate until) {}

    /**
     * Why a wish cannot be kept.
     *
     * @param field as the API names it
     * @param code stable, with a sentence in both languages
     */
    record Fault(String field, String code, List<String> arguments) {}

    /**
     * A list of contacts that somebody took away because of a consent.
     *
     * @param actor who took it
     * @param segment the query that chose the people; names nobody
     */
    record Use(Instant at, String actor, String purpose, String channel, String segment) {}

    /**
     * What came of writing down what many people said; each person is counted once.
     *
     * @param faults what is wrong with the wish, all at once; nothing is written then
     * @param written of whom something was written down
     * @param unchanged of whom it stood already
     * @param saidOtherwise who said something else since, which a file cannot lift
     * @param full who gave consent {@value #CONSENTS_MAX} times already
     */
    record OfMany(List<Fault> faults, long written, long unchanged, long saidOtherwise, long full) {}

    /** What a file says of one person; {@code day} is the one on which it was said, as the file tells. */
    record FileSaid(long person, Said said, @Nullable LocalDate day) {}

    /** What a file says for a purpose and a channel, each person once. */
    record FileCell(String purpose, String channel, List<FileSaid> said) {}

    /**
     * What came of a file; one purpose and channel of one person counts once.
     *
     * @param unchanged what stood already, and refusals of what was never agreed to
     * @param saidOtherwise where something else counts, because it was said here, or later than the file tells
     * @param withoutWording consents to a purpose for which the house keeps no wording
     */
    record OfFile(long written, long unchanged, long saidOtherwise, long withoutWording) {}

    /**
     * How many people, for a purpose by a channel; null where fewer than {@value SmallGroups#PEOPLE_MIN} would be told.
     *
     * @param given may be contacted
     */
    record Count(
            String purpose,
            String channel,
            @Nullable Long given,
            @Nullable Long objected) {}

    /** What can be agreed to. */
    ConsentChoices choices();

    /**
     * Writes down what a person said, with a line of the audit that names only the key. It counts from this moment. Saying again
     * what stands already changes nothing, except that a consent is renewed.
     *
     * @param known whether the house still holds the person; asked within the transaction, so that nothing stays of a person who is
     *     being forgotten
     * @return what is wrong with it, all at once; empty when it is kept
     */
    List<Fault> say(House house, long person, Wish wish, Actor actor, BooleanSupplier known);

    /**
     * Writes down that many people said the same, all or nothing, with one line of the audit that names nobody. The rules are
     * those of {@link #say}, each person for themselves; a consent from a file that stands already is not renewed.
     *
     * @param persons keys of people the house holds; asked for within the transaction, so that nothing stays of a person who
     *     is being forgotten; at most {@value #ASKED_MAX}
     */
    OfMany sayAll(House house, Supplier<? extends Collection<Long>> persons, Wish wish, Actor actor);

    /**
     * Writes down what columns of an export say, with one line of the audit that names nobody. A consent counts as one to the newest wording of its purpose, and only
     * while nothing else was said; a refusal counts unless the file tells a day before what stands was said. Twice changes nothing.
     *
     * @param run of the import, with which it is taken back
     */
    OfFile sayOfFile(House house, int run, List<FileCell> cells, Actor actor);

    /** Forgets what an import said that was taken back, with a line of the audit. Returns how much it was. */
    long takeBack(House house, int run, Actor actor);

    /** What a person said, and what counts today. */
    OfPerson of(House house, long person);

    /**
     * A receipt for the person: a copy of the records of consent in the structure of ISO/IEC TS 27560:2023, as JSON-LD with the terms
     * of the Data Privacy Vocabulary (profile {@code dpv-27560}), one record for each purpose.
     *
     * @param language two letters, in which titles are told
     * @return empty when the person said nothing
     */
    Optional<Map<String, Object>> receipt(House house, long person, String language);

    /**
     * Lists of contacts on which a buyer was, newest first, at most {@value #EVENTS_MAX}; for {@value #LISTS_MONTHS} months.
     */
    List<Use> uses(House house, long person);

    /** For each purpose and channel; groups that are too small are withheld. People whom no import holds any more are counted too. */
    List<Count> counts(House house);

    /** The newest wording of each purpose, in the order of the choices. */
    List<Wording> wordings(HouseId house);

    /**
     * Who of some people may be contacted for a purpose by a channel at a moment. An objection and a withdrawal count at once; a
     * consent whose last day is over does not count.
     *
     * @param persons keys; at most {@value #ASKED_MAX}
     * @param at as things were known then; now for whoever contacts people now
     * @return keys in ascending order
     * @throws IllegalArgumentException when too many are asked about, or for a purpose or channel that is not among the choices
     */
    List<Long> mayBeContacted(House house, Collection<Long> persons, String purpose, String channel, Instant at);
}
