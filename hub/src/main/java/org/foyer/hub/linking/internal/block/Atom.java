package org.foyer.hub.linking.internal.block;

import org.foyer.hub.linking.internal.table.Field;

/** One part of a blocking key: a number for each value of a field, 0 where a record has none. */
final class Atom {

    private final Field field;
    private final int[] keys;

    Atom(Field field, Part part) {
        this.field = field;
        this.keys = new int[field.pool().size()];
        int salt = part.ordinal() + 1;
        for (int code = 0; code < keys.length; code++) {
            if (field.count(code) > 0) {
                String key = part.of(field.pool().text(code));
                int hash = key.hashCode() * 31 + (part.isShared() ? 0 : salt);
                keys[code] = key.isEmpty() ? 0 : hash == 0 ? 1 : hash;
            }
        }
    }

    int key(int row) {
        int code = field.code(row);
        return code < 0 ? 0 : keys[code];
    }
}
