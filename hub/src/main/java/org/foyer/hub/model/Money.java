package org.foyer.hub.model;

import java.math.BigDecimal;
import java.util.Currency;

/**
 * An amount in integer minor units, so that sums are exact.
 *
 * @param minor minor units (cents for the euro), may be negative
 */
public record Money(long minor, Currency currency) {

    public BigDecimal amount() {
        return BigDecimal.valueOf(minor, Math.max(0, currency.getDefaultFractionDigits()));
    }

    /** @throws IllegalArgumentException when the currencies differ */
    public Money plus(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("cannot add " + other.currency + " to " + currency);
        }
        return new Money(Math.addExact(minor, other.minor), currency);
    }
}
