package org.foyer.hub.linking.internal.block;

import org.foyer.hub.linking.internal.table.Field;

/** One part of a blocking key: a number for each value of a field, 0 where a record has none. */
final class Atom {

    private final Field field;
    private final Part part;
    private final int[] keys;

    Atom(Field field, Part part) {
        this.field = field;
        this.part = part;
        this.keys = new int[field.pool().size()];
        for (int code = 0; code < keys.length; code++) {
            if (field.occurs(code)) {
                keys[code] = made(code);
            }
        }
    }

    private int made(int code) {
        String key = part.of(field.pool().text(code));
        int hash = key.hashCode() * 31 + (part.isShared() ? 0 : part.ordinal() + 1);
        return key.isEmpty() ? 0 : hash == 0 ? 1 : hash;
    }

    int key(int row) {
        int code = field.code(row);
        if (code < 0) {
            return 0;
        }
        return field.occurs(code) ? keys[code] : made(code); // a value that came later
    }
}
