package org.foyer.hub.intake.internal.reading;

/**
 * How much of a file is read at most. Beyond a limit the run stops with a problem, or the record is refused.
 *
 * @param bytesMax bytes of one file
 * @param rowsMax records of one file
 * @param columnsMax columns of one table
 * @param recordBytesMax bytes of one record of a delimited file or of one line of JSON; the engine takes less than 2,000,000
 * @param fieldCharsMax characters of one cell of a sheet or one text of JSON
 * @param nestingMax levels of JSON
 * @param documentCharsMax characters of one JSON record with everything in it
 * @param sheetEntriesMax files inside an XLSX file
 * @param sheetEntryBytesMax bytes of one file inside an XLSX file, unpacked
 * @param sheetRatioMax how many times larger a file inside an XLSX file may become when unpacked
 */
public record ReadLimits(
        long bytesMax,
        long rowsMax,
        int columnsMax,
        int recordBytesMax,
        int fieldCharsMax,
        int nestingMax,
        int documentCharsMax,
        int sheetEntriesMax,
        long sheetEntryBytesMax,
        int sheetRatioMax) {

    public static final ReadLimits DEFAULT =
            new ReadLimits(4L << 30, 20_000_000, 500, 500_000, 100_000, 64, 8 << 20, 2_000, 2L << 30, 200);

    /** The same limits for shorter tables. */
    public ReadLimits withRowsMax(long rows) {
        return new ReadLimits(
                bytesMax,
                rows,
                columnsMax,
                recordBytesMax,
                fieldCharsMax,
                nestingMax,
                documentCharsMax,
                sheetEntriesMax,
                sheetEntryBytesMax,
                sheetRatioMax);
    }
}
