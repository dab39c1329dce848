package org.foyer.hub.simulation.internal;

import java.io.IOException;
import java.nio.file.Path;

/** Sale lines as a sheet with typed cells. */
final class SpreadsheetFile implements SalesFile {

    /** Ways to spoil a line: date, amount. */
    private static final int SPOILS = 2;

    private final Layout layout;
    private final Columns words;
    private final Spreadsheet sheet;
    private long lines;

    SpreadsheetFile(Path file, Layout layout, Columns words) throws IOException {
        this.layout = layout;
        this.words = words;
        this.sheet = new Spreadsheet(file, "Ventes");
        for (int i = 0; i < layout.headers().length; i++) {
            sheet.text(i, layout.headers()[i]);
        }
        sheet.endRow();
    }

    @Override
    public void line(Night night, Movements m, int at, long minute, Contact buyer, boolean scanKnown, int spoil)
            throws IOException {
        Column[] columns = layout.columns();
        for (int i = 0; i < columns.length; i++) {
            if (spoil == 0 && columns[i] == Column.SOLD) {
                sheet.text(i, "31/02/2025 10:00");
            } else if (spoil == 1 && columns[i] == Column.AMOUNT) {
                sheet.text(i, "12,5O");
            } else {
                cell(i, columns[i], night, m, at, minute, buyer, scanKnown);
            }
        }
        sheet.endRow();
        lines++;
    }

    private void cell(
            int i, Column column, Night night, Movements m, int at, long minute, Contact buyer, boolean scanKnown) {
        switch (column) {
            case SOLD -> sheet.moment(i, minute);
            case OPERATION -> sheet.text(i, layout.operations()[m.operation[at]]);
            case ORDER -> sheet.text(i, words.order(night.season(), m.order[at]));
            case TICKET -> sheet.text(i, words.ticket(night.season(), m.ticket[at]));
            case NIGHT -> sheet.text(i, night.ref());
            case TITLE -> sheet.text(i, night.show().title());
            case START -> sheet.moment(i, night.start());
            case ZONE -> sheet.text(i, night.plan().names()[m.zone[at]]);
            case TARIFF -> sheet.text(i, layout.tariff(m.tariff[at]));
            case CHANNEL -> sheet.text(i, layout.channel(m.channel[at]));
            case LIST -> sheet.money(i, m.list[at]);
            case AMOUNT -> sheet.money(i, m.amount[at]);
            case VAT -> sheet.money(i, Columns.vat(m.amount[at], night.show().vatRate()));
            case BUYER -> sheet.text(i, m.account[at] == Buyers.UNKNOWN ? "" : words.buyer(m.account[at]));
            case LAST_NAME -> sheet.text(i, buyer.lastName());
            case FIRST_NAME -> sheet.text(i, buyer.firstName());
            case EMAIL -> sheet.text(i, buyer.email());
            case POSTCODE -> sheet.text(i, buyer.postcode());
            case SCANNED -> {
                if (scanKnown && m.scan[at] >= 0) {
                    sheet.moment(i, night.start() - m.scan[at]);
                }
            }
            default -> throw new IllegalArgumentException("not in this sheet: " + column);
        }
    }

    @Override
    public int spoils() {
        return SPOILS;
    }

    @Override
    public long lines() {
        return lines;
    }

    @Override
    public void close() throws IOException {
        sheet.close();
    }
}
