package org.foyer.hub.intake.internal.reading;

/**
 * Where every physical line of a file went (sheet: row; JSON: record).
 *
 * @param head lines up to the header, included
 * @param inRecords lines of the records in the working table; a record may span several
 * @param refused lines of refused records
 * @param blank lines without any value
 */
public record LineCount(long head, long inRecords, long refused, long blank) {

    /** All lines of the file. */
    public long lines() {
        return head + inRecords + refused + blank;
    }
}
