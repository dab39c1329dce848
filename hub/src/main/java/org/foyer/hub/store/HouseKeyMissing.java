package org.foyer.hub.store;

import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.foyer.hub.model.HouseId;

/**
 * The key of a house was deleted, or is not where it was: what is sealed with it cannot be read, and nothing new is
 * sealed in its place. Figures need no key and stay.
 */
public final class HouseKeyMissing extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Stable code under which the catalogue of each language has its sentence and its mend. */
    public static final String CODE = "house-key-missing";

    private static final Pattern TOLD = Pattern.compile(CODE + " ([0-9]{1,5})");

    private final int house;

    public HouseKeyMissing(HouseId house) {
        super(CODE + " " + house);
        this.house = house.value();
    }

    public HouseId house() {
        return new HouseId(house);
    }

    /** The same where the engine passes it on as text. */
    static Optional<HouseKeyMissing> behind(SQLException told) {
        Matcher found = TOLD.matcher(String.valueOf(told.getMessage()));
        return found.find()
                ? Optional.of(new HouseKeyMissing(new HouseId(Integer.parseInt(found.group(1)))))
                : Optional.empty();
    }
}
