package org.foyer.hub.intake;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/** What is held of a buyer and can be put right. */
public enum ContactField {
    LAST_NAME("lastName"),
    FIRST_NAME("firstName"),
    EMAIL("email"),
    PHONE("phone"),
    STREET("street"),
    POSTCODE("postcode"),
    CITY("city"),
    COUNTRY("country"),
    BIRTH_YEAR("birthYear");

    /** Characters of a value, at most. */
    public static final int CHARACTERS_MAX = 300;

    private final String key;

    ContactField(String key) {
        this.key = key;
    }

    /** As it is sent, for instance {@code lastName}. */
    @JsonValue
    public String key() {
        return key;
    }

    /** The column of the warehouse, for instance {@code last_name}. */
    public String column() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** The field that is sent under a key. */
    public static Optional<ContactField> of(String key) {
        return Arrays.stream(values()).filter(field -> field.key.equals(key)).findFirst();
    }
}
