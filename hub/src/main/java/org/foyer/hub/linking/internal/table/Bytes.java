package org.foyer.hub.linking.internal.table;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Texts one after another as bytes (UTF-8), in pieces, so that growing copies and wastes nothing. */
final class Bytes {

    private static final int PIECE_BITS = 16;
    private static final int PIECE = 1 << PIECE_BITS;
    private static final int WITHIN = PIECE - 1;

    private byte[][] pieces = {};
    private int size;

    int size() {
        return size;
    }

    void append(byte[] text) {
        Math.addExact(size, text.length);
        for (int done = 0; done < text.length; ) {
            int piece = size >>> PIECE_BITS;
            if (piece == pieces.length) {
                pieces = Arrays.copyOf(pieces, piece + 1 + (piece >> 1));
            }
            if (pieces[piece] == null) {
                pieces[piece] = new byte[PIECE];
            }
            int some = Math.min(text.length - done, PIECE - (size & WITHIN));
            System.arraycopy(text, done, pieces[piece], size & WITHIN, some);
            done += some;
            size += some;
        }
    }

    int at(int position) {
        return pieces[position >>> PIECE_BITS][position & WITHIN];
    }

    String text(int from, int to) {
        int start = from & WITHIN;
        if (start + to - from <= PIECE && from < to) {
            return new String(pieces[from >>> PIECE_BITS], start, to - from, StandardCharsets.UTF_8);
        }
        byte[] text = new byte[to - from];
        for (int i = from; i < to; i++) {
            text[i - from] = (byte) at(i);
        }
        return new String(text, StandardCharsets.UTF_8);
    }

    boolean holds(int from, int to, byte[] text) {
        int start = from & WITHIN;
        if (from < to && start + to - from <= PIECE) {
            return Arrays.equals(pieces[from >>> PIECE_BITS], start, start + to - from, text, 0, text.length);
        }
        boolean equal = to - from == text.length;
        for (int i = from; equal && i < to; i++) {
            equal = at(i) == text[i - from];
        }
        return equal;
    }

    int hash(int from, int to) {
        int hash = 1;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + at(i);
        }
        return hash;
    }
}
