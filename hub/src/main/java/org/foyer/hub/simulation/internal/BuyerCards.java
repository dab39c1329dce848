package org.foyer.hub.simulation.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The customer file of one house: what its tool holds of each account, and the truth about who is who. */
final class BuyerCards {

    private static final int KEPT = 1 << 13;

    /** Imagined; how many do differs widely from house to house. */
    private static final double AGREE = 0.4;

    private final Contacts contacts;
    private final Buyers buyers;
    private final HouseSketch house;
    private final Columns columns;
    private final int[] keptAccounts = new int[KEPT];
    private final @Nullable Contact[] kept = new Contact[KEPT];

    BuyerCards(Contacts contacts, Buyers buyers, HouseSketch house, Columns columns) {
        this.contacts = contacts;
        this.buyers = buyers;
        this.house = house;
        this.columns = columns;
    }

    /** Forgets the cards of last season, since people have moved. */
    void beginSeason() {
        Arrays.fill(kept, null);
    }

    Contact of(int account) {
        if (account == Buyers.UNKNOWN) {
            return Contact.UNKNOWN;
        }
        int slot = account & (KEPT - 1);
        Contact known = kept[slot];
        if (known == null || keptAccounts[slot] != account) {
            known = made(account);
            kept[slot] = known;
            keptAccounts[slot] = account;
        }
        return known;
    }

    private Contact made(int account) {
        long person = buyers.person(account);
        if (buyers.isBody(account)) {
            return contacts.organisation(person, buyers.home(account));
        }
        return contacts.of(
                person,
                buyers.variant(account),
                house.index(),
                buyers.home(account),
                buyers.moves(account),
                house.tool() == Tool.PRETIX);
    }

    /** Writes one line for each account that stands in a file: house, buyer_ref, person, household, kind. */
    void writeTruth(Path file) throws IOException {
        try (Bytes out = new Bytes(file, StandardCharsets.UTF_8)) {
            for (int account = 0; account < buyers.count(); account++) {
                if (buyers.everWritten(account)) {
                    long person = buyers.person(account);
                    out.text(house.slug()).put(',').text(reference(account)).put(',');
                    identity(out, 'P', person);
                    out.put(',');
                    identity(out, 'H', Population.household(person));
                    out.text(buyers.isBody(account) ? ",organisation\n" : ",person\n")
                            .end();
                }
            }
        }
    }

    /**
     * Writes the list of a tool: customers who ticked the box for the house's letter.
     *
     * @param seed from which follows who did
     * @return how many
     */
    long writeNewsletter(Path file, long seed) throws IOException {
        long agreed = 0;
        try (Bytes out = new Bytes(file, StandardCharsets.UTF_8)) {
            out.text("client;lettre\n").end();
            for (int account = 0; account < buyers.count(); account++) {
                boolean may = buyers.everWritten(account) && !buyers.isBody(account);
                if (may && Dice.of(seed, 600_000L + house.index(), account).chance(AGREE)) {
                    out.text(reference(account)).text(";oui\n").end();
                    agreed++;
                }
            }
        }
        return agreed;
    }

    private static void identity(Bytes out, char kind, long person) {
        out.put(kind).padded(Population.house(person), 3).put('-').padded(Population.number(person), 10);
    }

    private String reference(int account) {
        return house.tool() == Tool.PRETIX ? of(account).email() : columns.buyer(account);
    }
}
