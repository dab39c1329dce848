package org.foyer.hub.site.internal.api;

/** In which form a table of a programme leaves. */
public enum TableForm {
    /** RFC 4180 for programs: commas, UTF-8 without a mark, stable names of columns, values as they are. */
    CSV("text/csv;charset=UTF-8", ".csv"),
    /** For spreadsheets of Europe: semicolons, UTF-8 with its mark, columns in the reader's language, no cell that could run as a formula. */
    CSV_FOR_EXCEL("text/csv;charset=UTF-8", "-excel.csv"),
    /** Office Open XML, whose texts are never formulas. */
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx");

    private final String mediaType;
    private final String ending;

    TableForm(String mediaType, String ending) {
        this.mediaType = mediaType;
        this.ending = ending;
    }

    public String mediaType() {
        return mediaType;
    }

    /** Of the name of a file, with its point. */
    public String ending() {
        return ending;
    }
}
