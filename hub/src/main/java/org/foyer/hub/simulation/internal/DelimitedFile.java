package org.foyer.hub.simulation.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Sale lines as a table of separated values. What stays the same from line to line (the night, the buyer, the words of the
 * tool) is encoded once and copied.
 */
final class DelimitedFile implements SalesFile {

    /** Ways to spoil a line: date, amount, missing columns, columns too many, quote never closed, NUL. */
    private static final int SPOILS = 6;

    private static final int BAD_DATE = 0;
    private static final int BAD_AMOUNT = 1;
    private static final int SHORT = 2;
    private static final int LONG = 3;
    private static final int OPEN_QUOTE = 4;
    private static final int NUL = 5;
    private static final int LOST_COLUMNS = 3;

    private final Layout layout;
    private final Column[] columns;
    private final Columns words;
    private final Bytes out;
    private final LocalDays days = new LocalDays();
    private final byte[][] operations;
    private final byte[][] tariffs;
    private final byte[][] channels;
    private final byte[] lineEnd;
    private final Block nightBlock;
    private final Block buyerBlock;
    private byte[][] zones = new byte[0][];
    private @Nullable Night lastNight;
    private byte[] nightBytes = new byte[0];
    private @Nullable Contact lastBuyer;
    private int lastAccount;
    private byte[] buyerBytes = new byte[0];
    private long lines;

    /** Neighbouring columns that stay the same for a while: from the first to before the end. */
    private record Block(int from, int end) {
        static Block of(Column[] columns, Column first, Column last) {
            List<Column> all = Arrays.asList(columns);
            int end = all.indexOf(first);
            while (end < columns.length && columns[end].compareTo(first) >= 0 && columns[end].compareTo(last) <= 0) {
                end++;
            }
            return new Block(all.indexOf(first), end);
        }
    }

    DelimitedFile(Path file, Layout layout, Columns words) throws IOException {
        this.layout = layout;
        this.columns = layout.columns();
        this.words = words;
        this.out = new Bytes(file, layout.charset());
        this.lineEnd = encoded(layout.lineEnd());
        this.operations = all(layout.operations().length, place -> layout.operations()[place]);
        this.tariffs = all(Tariff.values().length, layout::tariff);
        this.channels = all(Channel.values().length, layout::channel);
        this.nightBlock = Block.of(columns, Column.NIGHT, Column.HALL);
        this.buyerBlock = Block.of(columns, Column.BUYER, Column.BIRTH_YEAR);
        for (int i = 0; i < layout.headers().length; i++) {
            separate(i);
            out.text(layout.headers()[i]);
        }
        out.raw(lineEnd).end();
    }

    private byte[][] all(int count, IntFunction<String> word) {
        byte[][] all = new byte[count][];
        for (int i = 0; i < count; i++) {
            all[i] = encoded(word.apply(i));
        }
        return all;
    }

    private byte[] encoded(String text) {
        return text.getBytes(layout.charset());
    }

    @Override
    public void line(Night night, Movements m, int at, long minute, Contact buyer, boolean scanKnown, int spoil)
            throws IOException {
        if (night != lastNight) {
            begin(night);
        }
        int count = spoil == SHORT ? columns.length - LOST_COLUMNS : columns.length;
        for (int i = 0; i < count; i++) {
            separate(i);
            if (i == nightBlock.from() && spoil < 0) {
                out.raw(nightBytes);
                i = nightBlock.end() - 1;
            } else if (i == buyerBlock.from() && spoil < 0) {
                buyer(m.account[at], buyer);
                i = buyerBlock.end() - 1;
            } else if (spoil < 0 || !spoilt(columns[i], spoil, buyer)) {
                cell(columns[i], night, m, at, minute, buyer, scanKnown);
            }
        }
        if (spoil == LONG) {
            out.put(layout.separator()).put(layout.separator());
        }
        out.raw(lineEnd).end();
        lines++;
    }

    private void separate(int column) {
        if (column > 0) {
            out.put(layout.separator());
        }
    }

    private void begin(Night night) {
        lastNight = night;
        zones = all(night.plan().names().length, place -> night.plan().names()[place]);
        int mark = out.mark();
        for (int i = nightBlock.from(); i < nightBlock.end(); i++) {
            separate(i - nightBlock.from());
            nightCell(columns[i], night);
        }
        nightBytes = out.since(mark);
        out.backTo(mark);
    }

    private void nightCell(Column column, Night night) {
        switch (column) {
            case NIGHT -> out.text(night.ref());
            case TITLE -> out.text(quoted(night.show().title()));
            case START -> moment(night.start());
            default -> out.text(quoted(night.hall().name()));
        }
    }

    private void buyer(int account, Contact buyer) {
        if (buyer == lastBuyer && account == lastAccount) {
            out.raw(buyerBytes);
            return;
        }
        int mark = out.mark();
        for (int i = buyerBlock.from(); i < buyerBlock.end(); i++) {
            separate(i - buyerBlock.from());
            buyerCell(columns[i], account, buyer);
        }
        buyerBytes = out.since(mark);
        lastBuyer = buyer;
        lastAccount = account;
    }

    private void buyerCell(Column column, int account, Contact buyer) {
        switch (column) {
            case BUYER -> {
                if (account != Buyers.UNKNOWN) {
                    words.buyer(out, account);
                }
            }
            case LAST_NAME -> out.text(quoted(buyer.lastName()));
            case FIRST_NAME -> out.text(quoted(buyer.firstName()));
            case EMAIL -> out.text(quoted(buyer.email()));
            case STREET -> out.text(quoted(buyer.street()));
            case POSTCODE -> out.text(buyer.postcode());
            case CITY -> out.text(quoted(buyer.city()));
            case COUNTRY -> out.text(buyer.country());
            default -> {
                if (buyer.birthYear() > 0) {
                    out.number(buyer.birthYear());
                }
            }
        }
    }

    private boolean spoilt(Column column, int spoil, Contact buyer) {
        if (spoil == BAD_DATE && column == Column.SOLD) {
            out.text(layout.dayFirst() ? "31/02/2025 10:00" : "2025-02-31 10:00");
        } else if (spoil == BAD_AMOUNT && column == Column.AMOUNT) {
            out.text(layout.point() == ',' ? "12,5O" : "12.5O");
        } else if (spoil == OPEN_QUOTE && column == Column.LAST_NAME) {
            out.put('"').text(buyer.lastName());
        } else if (spoil == NUL && column == Column.TITLE) {
            out.put('?').put('\0').put('?');
        } else {
            return false;
        }
        return true;
    }

    private void cell(Column column, Night night, Movements m, int at, long minute, Contact buyer, boolean scanKnown) {
        switch (column) {
            case SOLD -> moment(minute);
            case OPERATION -> out.raw(operations[m.operation[at]]);
            case ORDER -> words.order(out, night.season(), m.order[at]);
            case TICKET -> words.ticket(out, night.season(), m.ticket[at]);
            case ZONE -> out.raw(zones[m.zone[at]]);
            case TARIFF -> out.raw(tariffs[m.tariff[at]]);
            case CHANNEL -> out.raw(channels[m.channel[at]]);
            case LIST -> money(m.list[at]);
            case AMOUNT -> money(m.amount[at]);
            case VAT -> money(Columns.vat(m.amount[at], night.show().vatRate()));
            case FEE -> money(m.fee[at]);
            case NIGHT, TITLE, START, HALL -> nightCell(column, night);
            case SCANNED -> {
                if (scanKnown && m.scan[at] >= 0) {
                    moment(night.start() - m.scan[at]);
                }
            }
            default -> buyerCell(column, m.account[at], buyer);
        }
    }

    private void money(int minor) {
        out.money(minor, layout.point(), layout.point() == ',');
    }

    private void moment(long minute) {
        days.write(out, minute, layout.dayFirst());
    }

    private String quoted(String text) {
        return text.indexOf(layout.separator()) < 0 && text.indexOf('"') < 0
                ? text
                : '"' + text.replace("\"", "\"\"") + '"';
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
        out.close();
    }
}
