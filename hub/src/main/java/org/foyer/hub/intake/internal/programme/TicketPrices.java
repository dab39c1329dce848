package org.foyer.hub.intake.internal.programme;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.foyer.hub.intake.internal.recipe.BuiltInRecipes;
import org.foyer.hub.intake.internal.recipe.Field;
import org.foyer.hub.intake.internal.recipe.Words;

/**
 * What a list of tickets says of the prices of a performance. A lowest price is what anybody may pay: tickets for some people only, such as
 * the young, do not lower it, and where a ticket may be one of these or not, no lowest price is certain. The highest price is.
 */
final class TicketPrices {

    private static final String FULL = "full";

    /** Plain words of tariffs → kind, as files of sales are read. */
    private static final class Tariffs {
        static final Map<String, String> KINDS = BuiltInRecipes.words("ticketing-columns", Field.TARIFF);
    }

    /** @param word what the tool calls it, empty where it does not say */
    private record Ticket(String word, BigDecimal amount) {}

    private final List<Ticket> tickets = new ArrayList<>();
    private boolean readable = true;

    /** Whether it is certain for whom a ticket of this name is. */
    static boolean knows(String word) {
        return Tariffs.KINDS.containsKey(Words.plain(word));
    }

    /** @param amount with a point; what is no amount makes the whole list silent */
    void add(String word, String amount) {
        if (amount.matches("\\d{1,7}(\\.\\d{1,4})?")) {
            tickets.add(new Ticket(word, new BigDecimal(amount)));
        } else {
            readable = false;
        }
    }

    /** Puts what is certain. @param currency code, empty where the tool names none and means that of the house */
    void put(Map<String, String> row, String currency) {
        if (!readable || tickets.isEmpty()) {
            return;
        }
        List<BigDecimal> forAll = new ArrayList<>();
        boolean certain = true;
        for (Ticket ticket : tickets) {
            String kind = Tariffs.KINDS.getOrDefault(Words.plain(ticket.word()), "");
            if (kind.equals(FULL)) {
                forAll.add(ticket.amount());
            } else if (kind.isEmpty()) {
                certain = false;
            }
        }
        List<BigDecimal> amounts =
                tickets.stream().map(Ticket::amount).distinct().sorted().toList();
        BigDecimal highest = amounts.get(amounts.size() - 1);
        boolean one = amounts.get(0).compareTo(highest) == 0;
        if (one) {
            row.put("price_from", plain(highest));
        } else if (certain && !forAll.isEmpty()) {
            row.put(
                    "price_from",
                    plain(forAll.stream().min(BigDecimal::compareTo).orElseThrow()));
        }
        row.put("price_to", plain(highest));
        row.put("price_currency", highest.signum() == 0 ? "" : currency);
    }

    private static String plain(BigDecimal amount) {
        return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
    }
}
