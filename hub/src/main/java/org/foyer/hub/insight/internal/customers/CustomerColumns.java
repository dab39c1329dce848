package org.foyer.hub.insight.internal.customers;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.foyer.hub.insight.CustomerFileRefused;
import org.foyer.hub.insight.CustomerModelKind;

/** Which columns of a file say what, by the names in use in the literature and in the tools around it. */
final class CustomerColumns {

    private static final Map<String, List<String>> NAMES = Map.of(
            "id",
                    List.of(
                            "id",
                            "customer",
                            "customer_id",
                            "customerid",
                            "cust",
                            "cust_id",
                            "client",
                            "buyer",
                            "buyer_ref"),
            "x", List.of("x", "frequency", "repeats", "p1x"),
            "t_x", List.of("t_x", "tx", "t.x", "recency"),
            "t", List.of("t", "t_cal", "t.cal", "n", "n.cal", "age"),
            "value", List.of("m_x", "mx", "m.x", "monetary_value", "monetary", "value", "zbar"),
            "customers", List.of("customers", "count", "num_customers", "n_customers", "n.cust", "custs", "weight"),
            "later", List.of("x_star", "x.star", "xstar", "p2x", "holdout", "frequency_holdout"),
            "date", List.of("date", "day", "order_date", "sold", "sold_at", "datum"),
            "amount", List.of("amount", "sales", "spend", "price", "revenue", "montant", "betrag", "bedrag"));

    private final Map<String, String> found = new LinkedHashMap<>();

    /** @param header the file's own names */
    CustomerColumns(List<String> header) {
        NAMES.forEach((meaning, names) -> names.stream()
                .flatMap(name ->
                        header.stream().filter(own -> name.equals(own.strip().toLowerCase(Locale.ROOT))))
                .findFirst()
                .ifPresent(own -> found.put(meaning, own)));
    }

    boolean has(String meaning) {
        return found.containsKey(meaning);
    }

    /** The column as SQL, or a constant when the file lacks it. */
    String sql(String meaning, String otherwise) {
        String name = found.get(meaning);
        return name == null ? otherwise : '"' + name.replace("\"", "\"\"") + '"';
    }

    boolean visits() {
        return has("id") && has("date");
    }

    void require(CustomerModelKind kind, List<String> header) {
        boolean summary =
                kind == CustomerModelKind.GAMMA_GAMMA ? has("x") && has("value") : has("x") && has("t_x") && has("t");
        boolean each = visits() && (kind != CustomerModelKind.GAMMA_GAMMA || has("amount"));
        if (!summary && !each) {
            String needed = kind == CustomerModelKind.GAMMA_GAMMA
                    ? "x, m_x"
                    : kind == CustomerModelKind.BG_BB ? "x, t_x, n" : "x, t_x, T";
            String visits = kind == CustomerModelKind.GAMMA_GAMMA ? "customer, date, amount" : "customer, date";
            throw new CustomerFileRefused("model-columns-missing", needed, visits, String.join(", ", header));
        }
    }
}
