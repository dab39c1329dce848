package org.foyer.hub.insight.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.foyer.hub.insight.internal.MixChapter.Key;
import org.foyer.hub.insight.internal.MixChapter.Word;
import org.foyer.hub.insight.internal.Programme.Found;
import org.foyer.hub.insight.internal.QualityChapter.Contacts;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.store.Warehouse;
import org.jspecify.annotations.Nullable;

/**
 * What sheets of a house need that hangs on no day: the programme of a season, the meaning of its words, how whole its contacts are.
 * Remembered until the house's part of the warehouse changes, so that a sheet of another day asks the cubes alone: over one
 * house each question costs about the same, however little it reads. Many houses at once are read together and not remembered.
 */
final class Standing {

    private static final int SEASONS_MAX = 1_000;
    private static final int HOUSES_MAX = 500;

    private final Memory<List<Found>> programmes;
    private final Memory<Map<Key, Word>> words;
    private final Memory<List<Contacts>> contacts;

    Standing(Warehouse warehouse) {
        this.programmes = new Memory<>(SEASONS_MAX, warehouse::revision);
        this.words = new Memory<>(HOUSES_MAX, warehouse::revision);
        this.contacts = new Memory<>(HOUSES_MAX, warehouse::revision);
    }

    /** What stands for the houses of a scope, as of the moment before anything of the sheet is read. */
    Of of(Scope scope) {
        return new Of(scope);
    }

    /** Reads from the warehouse. */
    @FunctionalInterface
    private interface Reading<T> {
        T now() throws SQLException;
    }

    /** For one sheet, or for those of many houses. */
    final class Of {

        private final Scope scope;
        private final @Nullable HouseId only;
        private final long since;

        private Of(Scope scope) {
            this.scope = scope;
            this.only = scope.houses().size() == 1 ? scope.houses().get(0) : null;
            this.since = only == null ? 0 : words.revision(only);
        }

        /** Whether the house changed since, so that what was remembered may not go with what was read. */
        boolean isOver() {
            return only != null && words.revision(only) != since;
        }

        /** @param extra a performance that is told although it is not counted, 0 for none */
        List<Found> programme(Connection connection, long extra) throws SQLException {
            List<Object> asked = List.of(scope.season(), extra);
            return answer(programmes, asked, () -> Programme.season(connection, scope, extra));
        }

        Map<Key, Word> words(Connection connection) throws SQLException {
            return answer(words, List.of(), () -> MixChapter.words(connection, scope));
        }

        List<Contacts> contacts(Connection connection) throws SQLException {
            return answer(contacts, List.of(), () -> QualityChapter.contacts(connection, scope));
        }

        private <T> T answer(Memory<T> memory, List<Object> asked, Reading<T> reading) throws SQLException {
            if (only == null) {
                return reading.now();
            }
            T known = memory.known(only, asked);
            if (known != null) {
                return known;
            }
            T read = reading.now();
            memory.keep(only, asked, since, read);
            return read;
        }
    }
}
