package org.foyer.hub.linking.internal.table;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Distinct values with a number for each, from 0: their bytes one after another and an open hash table. */
public final class ValuePool {

    private final Bytes bytes = new Bytes();
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
        return bytes.text(start(number), ends[number]);
    }

    /** A byte of a value from 0 to 255, −1 past its end. */
    int byteAt(int number, int at) {
        int from = start(number) + at;
        return from < ends[number] ? bytes.at(from) & 0xFF : -1;
    }

    /** Gives back what is needed only to add values, after which none can be added or found. */
    void close() {
        slots = new int[0];
        ends = Arrays.copyOf(ends, size);
    }

    /** A number that follows from the value alone, never 0. */
    public int hash(int number) {
        int hash = mix(bytes.hash(start(number), ends[number]));
        return hash == 0 ? 1 : hash;
    }

    /** The number that {@link #hash(int)} gives a value. */
    static int hash(String value) {
        int hash = mix(Arrays.hashCode(value.getBytes(StandardCharsets.UTF_8)));
        return hash == 0 ? 1 : hash;
    }

    private int start(int number) {
        return number == 0 ? 0 : ends[number - 1];
    }

    private int slot(byte[] text) {
        int slot = mix(Arrays.hashCode(text)) & slots.length - 1;
        while (slots[slot] != 0 && !holds(slots[slot] - 1, text)) {
            slot = slot + 1 & slots.length - 1;
        }
        return slot;
    }

    private boolean holds(int number, byte[] text) {
        return bytes.holds(start(number), ends[number], text);
    }

    private void append(byte[] text) {
        bytes.append(text);
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, Math.max(1 << 8, size + (size >> 1)));
        }
        ends[size++] = bytes.size();
    }

    /** Lets values be added again. */
    void open() {
        if (slots.length == 0) {
            place(Math.max(1 << 9, Integer.highestOneBit(Math.max(1, size)) * 4));
        }
    }

    private void grow() {
        place(slots.length * 2);
    }

    private void place(int room) {
        slots = new int[room];
        for (int number = 0; number < size; number++) {
            int slot = mix(bytes.hash(start(number), ends[number])) & slots.length - 1;
            while (slots[slot] != 0) {
                slot = slot + 1 & slots.length - 1;
            }
            slots[slot] = number + 1;
        }
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
