package org.foyer.hub.insight;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Models of how customers come back, each with its parameters in the order in which they are printed. */
public enum CustomerModelKind {
    /** Fader, Hardie and Lee, "Counting your customers the easy way", Marketing Science 24 (2005). */
    BG_NBD("bgnbd", "r", "alpha", "a", "b"),
    /** Schmittlein, Morrison and Colombo 1987, as Fader and Hardie derive it in "A note on deriving the Pareto/NBD". */
    PARETO_NBD("pareto-nbd", "r", "alpha", "s", "beta"),
    /** Fader, Hardie and Shang, "Customer-base analysis in a discrete-time noncontractual setting" (2010). */
    BG_BB("bgbb", "alpha", "beta", "gamma", "delta"),
    /** Fader and Hardie, "The gamma-gamma model of monetary value", note 025 (2013). */
    GAMMA_GAMMA("gamma-gamma", "p", "q", "v");

    private final String key;
    private final List<String> parameters;

    CustomerModelKind(String key, String... parameters) {
        this.key = key;
        this.parameters = List.of(parameters);
    }

    /** Lower-case name on the command line. */
    public String key() {
        return key;
    }

    public List<String> parameters() {
        return parameters;
    }

    public static Optional<CustomerModelKind> byKey(String key) {
        return Arrays.stream(values()).filter(kind -> kind.key.equals(key)).findFirst();
    }
}
