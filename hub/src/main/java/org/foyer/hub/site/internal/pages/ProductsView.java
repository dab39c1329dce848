package org.foyer.hub.site.internal.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page of data products of a house.
 *
 * @param base address of the house's pages
 * @param says what is published, in a sentence
 * @param wrong why the last wish was refused; null when it was not
 * @param products one for each kind, published or not
 */
public record ProductsView(
        String base, String says, @Nullable Wrong wrong, List<Product> products) {

    /** Why something was refused, and what to do. */
    public record Wrong(String sentence, String mend) {}

    /**
     * A kind of product.
     *
     * @param what it tells
     * @param state published with its day and size, or not
     * @param published whether there is one now
     * @param measured how good it is, in a sentence; null before it is published
     * @param filled share of the rows in which each column is filled; null before it is published
     * @param files what can be taken away
     * @param form terms, for a steward; null for others
     */
    public record Product(
            String id,
            String title,
            String what,
            String state,
            boolean published,
            @Nullable String measured,
            @Nullable Bars filled,
            List<Column> columns,
            List<File> files,
            @Nullable Form form) {}

    /** A column in the words of the contract. */
    public record Column(String name, String type, String means) {}

    /** Something to take away. */
    public record File(String href, String text) {}

    /** A value to choose. */
    public record Option(String value, String text, boolean chosen) {}

    /** Terms as they are, to be changed. */
    public record Form(List<Option> purposes, List<Option> rhythms, int days, boolean offered, boolean automatic) {}
}
