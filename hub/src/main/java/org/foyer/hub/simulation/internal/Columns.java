package org.foyer.hub.simulation.internal;

/** How a tool numbers tickets, orders and buyers. */
final class Columns {

    private static final int TICKET_DIGITS = 8;
    private static final int ORDER_DIGITS = 7;
    private static final int BUYER_DIGITS = 7;

    private final String buyerPrefix;
    private final String orderPrefix;

    Columns(Tool tool) {
        this.buyerPrefix = tool == Tool.ENGLISH_CSV ? "" : "C";
        this.orderPrefix = tool == Tool.ENGLISH_CSV ? "" : "D";
    }

    /** Tickets begin with zeros, which a careless reader loses. */
    void ticket(Bytes out, int season, int number) {
        out.padded(season % 100, 4).padded(number, TICKET_DIGITS);
    }

    void order(Bytes out, int season, int number) {
        out.text(orderPrefix).padded(season % 100, 2).padded(number, ORDER_DIGITS);
    }

    void buyer(Bytes out, int account) {
        out.text(buyerPrefix).padded(account + 1L, BUYER_DIGITS);
    }

    String buyer(int account) {
        return buyerPrefix + padded(account + 1L, BUYER_DIGITS);
    }

    static String padded(long number, int width) {
        String digits = Long.toString(number);
        return "0".repeat(Math.max(0, width - digits.length())) + digits;
    }

    String ticket(int season, int number) {
        return padded(season % 100, 4) + padded(number, TICKET_DIGITS);
    }

    String order(int season, int number) {
        return orderPrefix + padded(season % 100, 2) + padded(number, ORDER_DIGITS);
    }

    /** The VAT inside an amount, half a cent going away from zero. */
    static int vat(int amount, int rate) {
        long doubled = 2L * Math.abs(amount) * rate;
        long whole = 2L * (10_000 + rate);
        int vat = (int) ((doubled + whole / 2) / whole);
        return amount < 0 ? -vat : vat;
    }
}
