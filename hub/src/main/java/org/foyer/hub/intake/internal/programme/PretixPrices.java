package org.foyer.hub.intake.internal.programme;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the items of pretix say of prices: of those that let somebody in and that anybody is shown, with the prices that a date has of its own. */
final class PretixPrices {

    /**
     * An item, or one variation of it.
     *
     * @param key by which quotas name it
     */
    private record Sold(String item, String variation, String key, String word, String price) {}

    private final Map<String, List<Sold>> sold = new HashMap<>();

    /** Date → what it costs there, by {@code item/…} or {@code variation/…}. */
    private final Map<String, Map<String, String>> overrides = new HashMap<>();

    void item(Members item) {
        boolean shown = item.text("admission").equals("true")
                && !item.text("active").equals("false")
                && !item.text("hide_without_voucher").equals("true")
                && !item.text("require_voucher").equals("true");
        if (!shown) {
            return;
        }
        String event = item.text("event");
        String name = Languages.choose(item.get("name"));
        // of what people may pay more for, no highest price is certain
        String price = item.text("free_price").equals("true") ? "" : item.text("default_price");
        List<Sold> all = sold.computeIfAbsent(event, key -> new ArrayList<>());
        List<Members> variations = item.objects("variations");
        if (variations.isEmpty()) {
            all.add(new Sold(item.text("id"), "", event + "/" + item.text("id"), name, price));
        }
        for (Members variation : variations) {
            if (!variation.text("active").equals("false")) {
                String own = Languages.choose(variation.get("value"));
                all.add(new Sold(
                        item.text("id"),
                        variation.text("id"),
                        variation.text("id"),
                        TicketPrices.knows(own) ? own : name,
                        price.isEmpty() || variation.text("price").isEmpty() ? price : variation.text("price")));
            }
        }
    }

    void date(Members date) {
        Map<String, String> own = new HashMap<>();
        date.objects("item_price_overrides").forEach(one -> own.put("item/" + one.text("item"), one.text("price")));
        date.objects("variation_price_overrides")
                .forEach(one -> own.put("variation/" + one.text("variation"), one.text("price")));
        own.values().removeIf(String::isEmpty);
        if (!own.isEmpty()) {
            overrides.put(date.text("id"), own);
        }
    }

    /**
     * Puts the prices of a performance.
     *
     * @param drawn what its quotas name, empty where it has none
     */
    void put(String event, String date, Set<String> drawn, String currency, Map<String, String> row) {
        Map<String, String> own = overrides.getOrDefault(date, Map.of());
        TicketPrices tickets = new TicketPrices();
        for (Sold one : sold.getOrDefault(event, List.of())) {
            if (drawn.isEmpty() || drawn.contains(one.key())) {
                String price = own.getOrDefault(
                        one.variation().isEmpty() ? "item/" + one.item() : "variation/" + one.variation(), one.price());
                tickets.add(one.word(), one.price().isEmpty() ? "" : price);
            }
        }
        tickets.put(row, currency);
    }
}
