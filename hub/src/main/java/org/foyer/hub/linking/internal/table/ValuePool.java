package org.foyer.hub.linking.internal.table;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Distinct values with a number for each, from 0: their bytes one after another and an open hash table. */
public final class ValuePool {

    private byte[] bytes = new byte[1 << 12];
    private int[] ends = new int[1 << 8];
    private int[] slots = new int[1 << 9];
    private int size;

    /** The number of a value, which is added if it is new. */
    public int add(String value) {
        byte[] text = value.getBytes(StandardCharsets.UTF_8);
        int slot = slot(text);
        if (slots[slot] != 0) {
            return slots[slot] - 1;
        }
        if (size * 2 >= slots.length) {
            grow();
            slot = slot(text);
        }
        append(text);
        slots[slot] = size;
        return size - 1;
    }

    public int size() {
        return size;
    }

    public String text(int number) {
        int from = start(number);
        return new String(bytes, from, ends[number] - from, StandardCharsets.UTF_8);
    }

    /** A byte of a value from 0 to 255, −1 past its end. */
    int byteAt(int number, int at) {
        int from = start(number) + at;
        return from < ends[number] ? bytes[from] & 0xFF : -1;
    }

    /** Gives back what is needed only to add values, after which none can be added or found. */
    void close() {
        slots = new int[0];
        bytes = Arrays.copyOf(bytes, size == 0 ? 0 : ends[size - 1]);
        ends = Arrays.copyOf(ends, size);
    }

    /** A number that follows from the value alone, never 0. */
    public int hash(int number) {
        int hash = mix(hash(bytes, start(number), ends[number]));
        return hash == 0 ? 1 : hash;
    }

    private int start(int number) {
        return number == 0 ? 0 : ends[number - 1];
    }

    private int slot(byte[] text) {
        int slot = mix(hash(text, 0, text.length)) & slots.length - 1;
        while (slots[slot] != 0 && !holds(slots[slot] - 1, text)) {
            slot = slot + 1 & slots.length - 1;
        }
        return slot;
    }

    private boolean holds(int number, byte[] text) {
        return Arrays.equals(bytes, start(number), ends[number], text, 0, text.length);
    }

    private void append(byte[] text) {
        int from = size == 0 ? 0 : ends[size - 1];
        if (from + text.length > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(from + text.length, bytes.length + (bytes.length >> 1)));
        }
        System.arraycopy(text, 0, bytes, from, text.length);
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, size + (size >> 1));
        }
        ends[size++] = from + text.length;
    }

    private void grow() {
        slots = new int[slots.length * 2];
        for (int number = 0; number < size; number++) {
            int slot = mix(hash(bytes, start(number), ends[number])) & slots.length - 1;
            while (slots[slot] != 0) {
                slot = slot + 1 & slots.length - 1;
            }
            slots[slot] = number + 1;
        }
    }

    private static int hash(byte[] text, int from, int to) {
        int hash = 1;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + text[i];
        }
        return hash;
    }

    /** Spreads the bits of a number (Murmur3's last step). */
    public static int mix(int number) {
        int mixed = number;
        mixed ^= mixed >>> 16;
        mixed *= 0x85ebca6b;
        mixed ^= mixed >>> 13;
        mixed *= 0xc2b2ae35;
        return mixed ^ mixed >>> 16;
    }
}
