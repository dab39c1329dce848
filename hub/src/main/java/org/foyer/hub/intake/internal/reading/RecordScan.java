package org.foyer.hub.intake.internal.reading;

/**
 * Finds the end of one record and of each of its cells in a buffer: a small automaton over bytes with a table of 256
 * kinds. Nothing is copied and no object is made for a record.
 *
 * <p>A cell that begins with a quote ends at the next quote that is not doubled. When neither separator, line end nor
 * end of file follows that quote, or more than {@value #LINE_ENDS_IN_CELL_MAX} line ends stand inside, the quote was
 * never closed: only the first physical line is then given up, so that one stray quote costs one line.
 */
final class RecordScan {

    static final int LINE_ENDS_IN_CELL_MAX = 50;

    /** What a scan ended with. */
    enum End {
        /** A whole record. */
        RECORD,
        /** The buffer ends before the record does. */
        MORE,
        /** A quote that is never closed. */
        QUOTE_OPEN,
        /** Longer than one record may be. */
        TOO_LONG
    }

    private static final byte PLAIN = 0;
    private static final byte MARK = 1;
    private static final byte NUL = 2;
    private static final byte HIGH = 3;
    /** From here on a cell that is not quoted ends. */
    private static final byte SEPARATOR = 4;

    private static final byte LINE_END = 5;

    private final byte separator;
    private final int recordBytesMax;
    private final byte[] kinds = new byte[256];
    private final int[] from;
    private final int[] to;
    private final byte[] quoting;

    /** Set by the last scan: cells (may exceed what {@link #from} answers for), line ends, where the next begins. */
    int cells;

    int lineEnds;
    int next;
    /** End of the record without its line end. */
    int recordEnd;

    boolean terminated;
    boolean hasNul;
    boolean hasHigh;

    /** How a cell must be written: as it is, with quotes around, or as it is but with line ends to be made equal. */
    static final byte AS_IT_IS = 0;

    static final byte NEEDS_QUOTES = 1;
    static final byte HAS_QUOTES = 2;
    static final byte HAS_QUOTES_AND_CR = 3;

    RecordScan(char separator, int columnsMax, int recordBytesMax) {
        this.separator = (byte) separator;
        this.recordBytesMax = recordBytesMax;
        this.from = new int[columnsMax];
        this.to = new int[columnsMax];
        this.quoting = new byte[columnsMax];
        for (int b = 128; b < 256; b++) {
            kinds[b] = HIGH;
        }
        kinds[0] = NUL;
        kinds[','] = MARK;
        kinds['"'] = MARK;
        kinds['\n'] = LINE_END;
        kinds['\r'] = LINE_END;
        kinds[separator] = SEPARATOR;
    }

    int from(int cell) {
        return from[cell];
    }

    int to(int cell) {
        return to[cell];
    }

    byte quoting(int cell) {
        return quoting[cell];
    }

    /**
     * @param bytes with a line feed at {@code end}, so that the inner loop needs no other bound
     * @param last whether nothing follows {@code end}
     */
    End scan(byte[] bytes, int start, int end, boolean last) {
        cells = 0;
        lineEnds = 0;
        hasNul = false;
        hasHigh = false;
        int at = start;
        while (true) {
            int cellEnd = at < end && bytes[at] == '"' ? quoted(bytes, at, end, last) : open(bytes, at, end);
            if (cellEnd < 0) {
                return cellEnd == UNCLOSED ? End.QUOTE_OPEN : unfinished(start, end, last);
            }
            if (cellEnd - start > recordBytesMax) {
                return End.TOO_LONG;
            }
            if (cellEnd == end) {
                if (!last) {
                    return End.MORE;
                }
                return ended(end, end, false);
            }
            if (bytes[cellEnd] == separator) {
                at = cellEnd + 1;
                continue;
            }
            return lineEnd(bytes, cellEnd, end, last);
        }
    }

    private static final int UNCLOSED = -1;
    private static final int SHORT = -2;

    private End unfinished(int start, int end, boolean last) {
        if (end - start > recordBytesMax) {
            return End.QUOTE_OPEN;
        }
        return last ? End.QUOTE_OPEN : End.MORE;
    }

    private End lineEnd(byte[] bytes, int at, int end, boolean last) {
        if (bytes[at] == '\n') {
            return ended(at, at + 1, true);
        }
        if (at + 1 == end && !last) {
            return End.MORE;
        }
        return ended(at, at + 1 < end && bytes[at + 1] == '\n' ? at + 2 : at + 1, true);
    }

    private End ended(int recordEnd, int next, boolean terminated) {
        this.recordEnd = recordEnd;
        this.next = next;
        this.terminated = terminated;
        return End.RECORD;
    }

    /** A cell without quotes around it; answers where it ends. */
    private int open(byte[] bytes, int start, int end) {
        byte how = AS_IT_IS;
        int at = start;
        while (true) {
            byte kind;
            do {
                kind = kinds[bytes[at++] & 0xFF];
            } while (kind == PLAIN);
            if (kind >= SEPARATOR) {
                cell(start, at - 1, how);
                return at - 1;
            }
            if (kind == HIGH) {
                hasHigh = true;
            } else if (kind == MARK) {
                how = NEEDS_QUOTES;
            } else {
                hasNul = true;
            }
        }
    }

    /** A cell within quotes; answers where it ends behind its closing quote, {@link #UNCLOSED} or {@link #SHORT}. */
    private int quoted(byte[] bytes, int start, int end, boolean last) {
        byte how = HAS_QUOTES;
        int inside = 0;
        int at = start + 1;
        while (at < end) {
            byte b = bytes[at];
            byte kind = kinds[b & 0xFF];
            if (kind == HIGH) {
                hasHigh = true;
            } else if (kind == NUL) {
                hasNul = true;
            } else if (b == '"') {
                if (at + 1 == end) {
                    if (!last) {
                        return SHORT;
                    }
                    return closed(start, at + 1, how);
                }
                byte follows = bytes[at + 1];
                if (follows != '"') {
                    return follows == separator || follows == '\n' || follows == '\r'
                            ? closed(start, at + 1, how)
                            : UNCLOSED;
                }
                at++;
            } else if (kind == LINE_END) {
                if (b == '\r') {
                    if (at + 1 == end && !last) {
                        return SHORT;
                    }
                    how = HAS_QUOTES_AND_CR;
                    if (at + 1 < end && bytes[at + 1] == '\n') {
                        at++;
                    }
                }
                lineEnds++;
                if (++inside > LINE_ENDS_IN_CELL_MAX) {
                    return UNCLOSED;
                }
            }
            at++;
        }
        return SHORT;
    }

    private int closed(int start, int end, byte how) {
        cell(start, end, how);
        return end;
    }

    private void cell(int start, int end, byte how) {
        if (cells < from.length) {
            from[cells] = start;
            to[cells] = end;
            quoting[cells] = how;
        }
        cells++;
    }
}
