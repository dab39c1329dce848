package org.foyer.hub.catalogue.internal.search;

/** Where in a show a word stands; the later, the more it counts. */
enum Part {
    DESCRIPTION,
    KIND,
    PLACE,
    WORK,
    PERSON,
    TITLE;

    /** 1 to 6. It is kept in the place where an index usually counts how often a word occurs. */
    int weight() {
        return ordinal() + 1;
    }
}
