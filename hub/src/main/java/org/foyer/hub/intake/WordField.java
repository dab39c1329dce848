package org.foyer.hub.intake;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.foyer.hub.model.ChannelKind;
import org.foyer.hub.model.TariffKind;

/** The fields whose words have a kind in a common list. */
public enum WordField {
    TARIFF(Arrays.stream(TariffKind.values()).map(TariffKind::stored).toList()),
    CHANNEL(Arrays.stream(ChannelKind.values()).map(ChannelKind::stored).toList());

    private final List<String> kinds;

    WordField(List<String> kinds) {
        this.kinds = kinds;
    }

    /** Lower-case name, as recipes and the API write it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Lower-case names of its common list, in the order in which they are offered. */
    public List<String> kinds() {
        return kinds;
    }

    public static Optional<WordField> byKey(String key) {
        return Arrays.stream(values()).filter(field -> field.key().equals(key)).findFirst();
    }
}
