package org.foyer.hub.governance.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.foyer.hub.governance.internal.PooledHouses.LEA;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.foyer.hub.governance.AgreedUses;
import org.foyer.hub.governance.Agreements;
import org.foyer.hub.governance.SharedUse;
import org.foyer.hub.governance.internal.abroad.RegisterAgreedUses;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.store.DebianPostgres;
import org.foyer.hub.store.EmptyStores;
import org.foyer.hub.store.Register;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything that can be missing of an agreement, in every combination, each with two houses of its own. */
class AgreedUsesTest {

    private static final LocalDate MARCH = LocalDate.of(2026, 3, 31);
    private static final LocalDate JUNE = LocalDate.of(2026, 6, 30);

    /** What an agreement of shared buyers has: purpose, data, both signatures, nobody who withdrew, a last day to come. */
    private static final int PARTS = 5;

    private static final int COMPLETE = (1 << PARTS) - 1;

    @Nested
    class OnSqlite extends Contract {
        @Override
        Register register() {
            return EmptyStores.register(folder.resolve("register.db"));
        }
    }

    @Nested
    class OnPostgres extends Contract {
        @Override
        Register register() {
            return DebianPostgres.register();
        }
    }

    abstract static class Contract {

        @TempDir
        Path folder;

        private PooledHouses pooled;
        private AgreedUses agreed;

        abstract Register register();

        @BeforeEach
        void twoHousesForEachCombination() {
            Register register = register();
            pooled = new PooledHouses(register, folder, 2 << PARTS);
            agreed = new RegisterAgreedUses(register, pooled.clock);
        }

        private static boolean has(int parts, int part) {
            return (parts >> part & 1) == 1;
        }

        private void agree(int parts) {
            String template = has(parts, 0) ? "overlap" : "study";
            String data =
                    has(parts, 0) ? (has(parts, 1) ? "overlap" : "sketches") : has(parts, 1) ? "answers" : "groups";
            Agreements.Wish wish = new Agreements.Wish(
                    template,
                    "Saison",
                    null,
                    List.of(pooled.house(2 * parts + 1).slug()),
                    List.of(),
                    List.of(data),
                    null,
                    has(parts, 4) ? JUNE : MARCH,
                    null,
                    null,
                    null);
            Long number = pooled.agreements
                    .draw(pooled.house(2 * parts), wish, List.of(), "https://foyer.example", LEA)
                    .agreement();
            assertThat(number).isNotNull();
            String hash = pooled.agreements
                    .agreement(pooled.house(2 * parts).id(), number)
                    .orElseThrow()
                    .versions()
                    .get(0)
                    .hash();
            pooled.agreements.sign(pooled.house(2 * parts), number, 1, hash, LEA);
            if (has(parts, 2)) {
                pooled.agreements.sign(pooled.house(2 * parts + 1), number, 1, hash, LEA);
            }
            if (!has(parts, 3)) {
                pooled.agreements.withdraw(pooled.house(2 * parts + 1), number, 1, LEA);
            }
        }

        @Test
        void onlyAnAgreementWithNothingMissingPermitsAUse() {
            for (int parts = 0; parts <= COMPLETE; parts++) {
                agree(parts);
            }
            pooled.clock.advance(Duration.ofDays(30)); // the first of April
            for (int parts = 0; parts <= COMPLETE; parts++) {
                for (int house : List.of(2 * parts, 2 * parts + 1)) {
                    HouseId id = pooled.house(house).id();
                    assertThat(agreed.by(id, SharedUse.SHARED_BUYERS).isPresent())
                            .as("parts " + Integer.toBinaryString(parts))
                            .isEqualTo(parts == COMPLETE);
                    assertThat(agreed.overNodes(id, SharedUse.SHARED_BUYERS)).isEmpty();
                }
            }
            assertThat(agreed.by(pooled.all.stream().map(house -> house.id()).toList(), SharedUse.SHARED_BUYERS))
                    .hasSize(2);
        }
    }
}
