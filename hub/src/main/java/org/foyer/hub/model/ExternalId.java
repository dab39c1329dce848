package org.foyer.hub.model;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An identifier of something in a register outside of this node, in the one form in which it is kept and compared.
 *
 * @param value in the canonical form of its kind, right by its own check character where it has one
 */
public record ExternalId(ExternalIdKind kind, String value) {

    /** @throws IllegalArgumentException when the value is not in canonical form; {@link #read} tells people why */
    public ExternalId {
        if (!kind.hasForm(value) || !kind.isChecked(value)) {
            throw new IllegalArgumentException("not an identifier of " + kind + ": " + value);
        }
    }

    /** Why a text is no identifier of a kind. */
    public enum Fault {
        /** Nothing stands there. */
        EMPTY,
        /** It is not written as identifiers of this kind are. */
        FORM,
        /** It is written so, but its check character says that something was mistyped. */
        CHECK
    }

    /** An identifier, or why there is none; exactly one of them is null. */
    public record Reading(@Nullable ExternalId id, @Nullable Fault fault) {}

    /** Reads an identifier as people write and copy it: with spaces and hyphens, its prefix, or the address of its page. */
    public static Reading read(ExternalIdKind kind, String text) {
        if (text.isBlank()) {
            return new Reading(null, Fault.EMPTY);
        }
        if (text.length() > ExternalIdKind.TEXT_MAX) {
            return new Reading(null, Fault.FORM);
        }
        String value = kind.tidied(text);
        if (!kind.hasForm(value)) {
            return new Reading(null, Fault.FORM);
        }
        return kind.isChecked(value) ? new Reading(new ExternalId(kind, value), null) : new Reading(null, Fault.CHECK);
    }

    /** The identifier that an address names, whichever register it is of; empty when no register is known by it. */
    public static Optional<ExternalId> ofAddress(String address) {
        String text = address.strip();
        if (text.length() > ExternalIdKind.TEXT_MAX || !text.regionMatches(true, 0, "http", 0, 4)) {
            return Optional.empty();
        }
        List<ExternalIdKind> kinds = Arrays.asList(ExternalIdKind.values());
        return kinds.stream()
                .filter(kind -> kind.isAddress(text))
                .flatMap(kind -> Stream.ofNullable(read(kind, text).id()))
                .findFirst();
    }

    /** Where it answers, as a web address; empty when it has none. */
    public Optional<String> address() {
        return Optional.ofNullable(kind.address(value));
    }
}
