package org.foyer.hub.simulation.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes one order of pretix as JSON, with the keys of its documentation. */
final class PretixOrder {

    /** Letters and digits of an order code, without those that look alike. */
    private static final String CODE_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ3789";

    private static final long CODES = 17_210_368;
    /** Has no factor in common with the number of codes, so that no code comes twice. */
    private static final long CODE_STEP = 1_000_003;

    private static final long ORDERS_A_SEASON = 500_000;
    private static final int FIRST_ITEM = 701;

    private static final String ORDER_CONSTANTS = ",\"phone\":null,\"customer\":null,\"locale\":\"fr\",\"fees\":[],"
            + "\"tax_rounding_mode\":\"line\",\"comment\":\"\",\"api_meta\":{},\"custom_followup_at\":null,"
            + "\"checkin_attention\":false,\"checkin_text\":null,\"require_approval\":false,\"valid_if_pending\":false";
    private static final String POSITION_CONSTANTS = ",\"attendee_email\":null,\"company\":null,\"state\":null,"
            + "\"voucher\":null,\"voucher_budget_use\":null,\"tax_rule\":null,\"tax_code\":null,\"addon_to\":null,"
            + "\"valid_from\":null,\"valid_until\":null,\"blocked\":null,\"discount\":null,\"seat\":null,"
            + "\"print_logs\":[],\"answers\":[],\"downloads\":[]";

    /** What became of one ticket. */
    static final class Ticket {
        private final int number;
        private int price;
        private int item;
        private boolean reserved;
        private boolean sold;
        private boolean ended;
        private long scannedAt = -1;

        private Ticket(int number) {
            this.number = number;
        }

        boolean valid() {
            return sold && !ended;
        }

        int price() {
            return price;
        }
    }

    /** An order as its movements tell it, one after the other. */
    static final class State {
        private final Night night;
        private final int number;
        private final Contact buyer;
        private final Map<Integer, Ticket> tickets = new LinkedHashMap<>();
        private long placed = -1;
        private long paid = -1;
        private long changed;
        private int channel;

        State(Night night, int number, Contact buyer) {
            this.night = night;
            this.number = number;
            this.buyer = buyer;
        }

        void see(Movements m, int at, long minute, boolean scanKnown) {
            Ticket ticket = tickets.computeIfAbsent(m.ticket[at], Ticket::new);
            ticket.item = FIRST_ITEM + m.tariff[at];
            placed = placed < 0 ? minute : placed;
            changed = minute;
            channel = m.channel[at];
            switch (m.operation[at]) {
                case Movements.SALE -> {
                    ticket.sold = true;
                    ticket.price = m.amount[at];
                    ticket.ended = false;
                    paid = minute;
                    ticket.scannedAt = scanKnown && m.scan[at] >= 0 ? night.start() - m.scan[at] : -1;
                }
                case Movements.RESERVATION -> {
                    ticket.reserved = true;
                    ticket.price = Tariff.values()[m.tariff[at]].price(m.list[at]);
                }
                default -> ticket.ended = true;
            }
        }

        long changed() {
            return changed;
        }

        List<Ticket> tickets() {
            return new ArrayList<>(tickets.values());
        }

        private boolean over() {
            return tickets.values().stream().allMatch(ticket -> ticket.ended);
        }

        private String status() {
            if (over()) {
                return paid < 0 ? "e" : "c";
            }
            return paid < 0 ? "n" : "p";
        }

        private long total() {
            return tickets.values().stream()
                    .filter(ticket -> !ticket.ended)
                    .mapToLong(Ticket::price)
                    .sum();
        }
    }

    private final Bytes out;
    private final UtcText utc;

    PretixOrder(Bytes out, UtcText utc) {
        this.out = out;
        this.utc = utc;
    }

    static int item(Tariff tariff) {
        return FIRST_ITEM + tariff.ordinal();
    }

    static String event(int season) {
        return "saison-" + season + "-" + (season + 1) % 100;
    }

    void write(State order) {
        String code = code(order.night.season(), order.number);
        String status = order.status();
        key("{\"code\":", code);
        key(",\"event\":", event(order.night.season()));
        key(",\"status\":", status);
        out.text(",\"testmode\":false");
        key(",\"secret\":", secret(order.number, 16));
        textOrNull(",\"email\":", order.buyer.email());
        key(",\"sales_channel\":", channel(order.channel));
        moment(",\"datetime\":", order.placed);
        moment(",\"expires\":", order.placed + 10 * Night.DAY);
        moment(",\"last_modified\":", order.changed);
        out.text(",\"payment_date\":");
        if (order.paid < 0) {
            out.text("null");
        } else {
            out.put('"').text(utc.of(order.paid).substring(0, 10)).put('"');
        }
        money(",\"total\":", order.total());
        out.text(ORDER_CONSTANTS);
        address(order.buyer);
        positions(order, code);
        payment(order);
        if (order.over()) {
            moment(",\"cancellation_date\":", order.changed);
        } else {
            out.text(",\"cancellation_date\":null");
        }
        out.put('}');
    }

    private void address(Contact buyer) {
        out.text(",\"invoice_address\":{\"is_business\":false,\"company\":\"\"");
        key(",\"name\":", (buyer.firstName() + " " + buyer.lastName()).trim());
        key(",\"name_parts\":{\"_scheme\":\"given_family\",\"given_name\":", buyer.firstName());
        key(",\"family_name\":", buyer.lastName());
        key("},\"street\":", buyer.street());
        key(",\"zipcode\":", buyer.postcode());
        key(",\"city\":", buyer.city());
        key(",\"country\":", buyer.country());
        out.text(",\"state\":\"\",\"internal_reference\":\"\",\"vat_id\":\"\",\"vat_id_validated\":false}");
    }

    private void positions(State order, String code) {
        out.text(",\"positions\":[");
        int place = 0;
        for (Ticket ticket : order.tickets.values()) {
            place++;
            out.text(place == 1 ? "{\"id\":" : ",{\"id\":").number(order.night.season() * 10_000_000L + ticket.number);
            key(",\"order\":", code);
            out.text(",\"positionid\":").number(place);
            out.text(",\"canceled\":").text(ticket.ended ? "true" : "false");
            out.text(",\"item\":").number(ticket.item).text(",\"variation\":null");
            money(",\"price\":", ticket.price);
            int rate = order.night.show().vatRate();
            money(",\"tax_rate\":", rate);
            money(",\"tax_value\":", Columns.vat(ticket.price, rate));
            textOrNull(",\"attendee_name\":", (order.buyer.firstName() + " " + order.buyer.lastName()).trim());
            out.text(POSITION_CONSTANTS);
            key(",\"secret\":", secret(order.night.season() * 10_000_000L + ticket.number, 32));
            out.text(",\"subevent\":").text(order.night.ref());
            checkins(ticket);
            out.put('}');
        }
        out.put(']');
    }

    private void checkins(Ticket ticket) {
        out.text(",\"checkins\":[");
        if (ticket.valid() && ticket.scannedAt >= 0) {
            out.text("{\"id\":").number(ticket.number).text(",\"list\":1,\"type\":\"entry\"");
            moment(",\"datetime\":", ticket.scannedAt);
            out.text(",\"auto_checked_in\":false}");
        }
        out.put(']');
    }

    private void payment(State order) {
        out.text(",\"payments\":[");
        if (order.paid >= 0) {
            out.text("{\"local_id\":1,\"state\":\"confirmed\"");
            money(",\"amount\":", order.total());
            moment(",\"created\":", order.paid);
            out.text(",\"provider\":\"stripe\"}");
        }
        out.text("],\"refunds\":[]");
    }

    private void key(String before, String text) {
        out.text(before).put('"');
        out.text(
                text.indexOf('"') < 0 && text.indexOf('\\') < 0
                        ? text
                        : text.replace("\\", "\\\\").replace("\"", "\\\""));
        out.put('"');
    }

    private void textOrNull(String before, String text) {
        if (text.isEmpty()) {
            out.text(before).text("null");
        } else {
            key(before, text);
        }
    }

    private void money(String before, long minor) {
        out.text(before).put('"').money(minor, '.', false).put('"');
    }

    private void moment(String before, long minute) {
        out.text(before).put('"').text(utc.of(minute)).put('"');
    }

    private static String channel(int ordinal) {
        return switch (Channel.values()[ordinal]) {
            case COUNTER, PHONE -> "pretixpos";
            case RESELLER -> "resellers";
            default -> "web";
        };
    }

    private static String code(int season, int number) {
        long place = Math.floorMod(((season - 2000) * ORDERS_A_SEASON + number) * CODE_STEP, CODES);
        char[] code = new char[5];
        for (int i = 0; i < code.length; i++) {
            code[i] = CODE_LETTERS.charAt((int) (place % CODE_LETTERS.length()));
            place /= CODE_LETTERS.length();
        }
        return new String(code);
    }

    private static String secret(long number, int length) {
        char[] secret = new char[length];
        long hash = number;
        for (int i = 0; i < length; i++) {
            hash = i % 8 == 0 ? Dice.mix(hash + i) : hash >>> 7;
            secret[i] = Character.forDigit((int) (hash & 31), 32);
        }
        return new String(secret);
    }
}
