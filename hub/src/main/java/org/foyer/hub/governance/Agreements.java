package org.foyer.hub.governance;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.foyer.hub.governance.AgreementTemplate.Data;
import org.foyer.hub.governance.Networks.Fault;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.jspecify.annotations.Nullable;

/**
 * What houses sign. One source gives the text that people read and the policy that machines enforce; a signature covers both, so that
 * neither can be changed afterwards. What a policy does not permit is forbidden.
 */
public interface Agreements {

    int PARTIES_MAX = 500;
    int DATA_MAX = 100;
    int YEARS_MAX = 10;
    int VERSIONS_MAX = 100;
    int AGREEMENTS_MAX = 1_000;
    int TITLE_CHARACTERS_MAX = 120;
    int USES_MAX = 1_000_000;

    /**
     * An agreement to be drawn up, or a new version of one.
     *
     * @param network short name; null for an agreement between houses alone, which can be signed at once
     * @param parties short names; the house that draws it up is always one
     * @param recipients short names; all parties when empty
     * @param data ids
     * @param from null for today
     * @param houses fewest houses behind a figure; null for what the network, or Foyer, asks at least
     * @param buyers the same of buyers
     */
    record Wish(
            @Nullable String template,
            @Nullable String title,
            @Nullable String network,
            @Nullable List<String> parties,
            @Nullable List<String> recipients,
            @Nullable List<String> data,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable Integer houses,
            @Nullable Integer buyers,
            @Nullable Integer uses) {}

    /**
     * What came of a wish.
     *
     * @param agreement that it is about; null when nothing was done
     * @param faults everything that is wrong with it; nothing was done when there are any
     */
    record Done(@Nullable Long agreement, @Nullable Integer version, List<Fault> faults) {

        public static Done refused(List<Fault> faults) {
            return new Done(null, null, List.copyOf(faults));
        }

        public static Done refused(String field, String code, String... arguments) {
            return refused(List.of(new Fault(field, code, arguments)));
        }
    }

    /**
     * A use that somebody wants to make.
     *
     * @param action of the profile, for instance {@code compare}
     * @param data id
     * @param giver identifier of the house whose data it is
     * @param taker identifier of the house that sees what comes of it
     * @param purpose id
     * @param houses behind what comes of it
     * @param buyers behind what comes of it
     * @param used how often the agreement was used before
     */
    record Use(
            String action,
            String data,
            String giver,
            String taker,
            String purpose,
            LocalDate day,
            long houses,
            long buyers,
            long used) {}

    /**
     * @param permitted false unless something permits it
     * @param reasons codes of why not, each with a sentence in both languages; empty when permitted
     */
    record Verdict(boolean permitted, List<Fault> reasons) {
        public static final Verdict PERMITTED = new Verdict(true, List.of());

        public static Verdict refused(List<Fault> reasons) {
            return new Verdict(false, List.copyOf(reasons));
        }
    }

    List<AgreementTemplate> templates();

    /**
     * What joint controllers make known of their arrangement (GDPR art. 26, 2), as a text with headings after {@code ## }; no clause
     * where the template makes none.
     *
     * @param language two letters
     */
    String essence(AgreementTerms terms, String language);

    /** Agreements of a house, and those of its networks, the newest first. */
    List<Agreement> of(HouseId house);

    /** One of them. */
    Optional<Agreement> agreement(HouseId house, long agreement);

    /**
     * Draws one up.
     *
     * @param indicators of the dictionary, for templates that use them
     * @param base address of the node, without a final slash
     */
    Done draw(House house, Wish wish, List<Data> indicators, String base, Actor actor);

    /** Draws up a new version; the one before holds until the new one is in force. Template and network stay what they are. */
    Done redraw(House house, long agreement, Wish wish, List<Data> indicators, String base, Actor actor);

    /**
     * Signs with the key of the house, which is made at its first signature.
     *
     * @param hash of what the person read; anything else is refused
     */
    Done sign(House house, long agreement, int version, @Nullable String hash, Actor actor);

    /** Withdraws, with effect at once. */
    Done withdraw(House house, long agreement, int version, Actor actor);

    /**
     * What somebody wants to do by an agreement.
     *
     * @param giver short name of the house whose data it is
     * @param taker short name of the house that sees what comes of it
     * @param action of the profile, for instance {@code compare}
     * @param purpose id
     * @param data id
     * @param houses behind what comes of it
     * @param buyers behind what comes of it
     */
    record Wanted(String giver, String taker, String action, String purpose, String data, long houses, long buyers) {}

    /**
     * Whether the version of an agreement that is in force lets something through: its signatures hold, neither side withdrew, and its
     * policy permits it.
     */
    Verdict permits(long agreement, Wanted wanted);

    /** The same, and counts the use when it is permitted, in one transaction. */
    Verdict use(long agreement, Wanted wanted, Actor actor);
}
