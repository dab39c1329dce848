package org.foyer.hub.site.internal.pages;

/**
 * What whoever looks at a calendar may see and do.
 *
 * @param plans whether they belong to the house
 * @param moves whether they may move its dates
 */
record CalendarRights(boolean plans, boolean moves) {
    static final CalendarRights NONE = new CalendarRights(false, false);
}
