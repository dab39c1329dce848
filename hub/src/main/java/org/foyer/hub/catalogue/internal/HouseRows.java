package org.foyer.hub.catalogue.internal;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.foyer.hub.catalogue.ExternalIds;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.jspecify.annotations.Nullable;

/**
 * What some houses have of a kind, read page by page over all of them and handed out house by house, in the order of the houses. No more
 * than a page is held.
 */
final class HouseRows<T> {

    /** A thing of a house, and by which identifiers others know it and whom it names. */
    record Told<T>(HouseId house, T thing, ExternalIds ids) {
        static <T> Told<T> of(HouseId house, T thing, Map<HouseId, ExternalIds> ids) {
            return new Told<>(house, thing, ids.getOrDefault(house, ExternalIds.NONE));
        }
    }

    /** Reads the next page. */
    interface Reading<T> {
        /**
         * @param houses from which to read, in this order
         * @param behind the thing of the first of them behind which to go on, or null
         * @return at most as many as a page has, in order of houses
         */
        List<Told<T>> page(List<House> houses, @Nullable T behind);
    }

    /** Takes a thing. */
    interface Taking<T> {
        void take(T thing, ExternalIds ids) throws IOException;
    }

    private final List<House> houses;
    private final int limit;
    private final Reading<T> reading;
    private final Map<HouseId, Integer> places = new HashMap<>();
    private final Deque<Told<T>> waiting = new ArrayDeque<>();
    private @Nullable Told<T> last;
    private boolean ended;

    /** @param limit things of a page */
    HouseRows(List<House> houses, int limit, Reading<T> reading) {
        this.houses = houses;
        this.limit = limit;
        this.reading = reading;
        for (House house : houses) {
            places.put(house.id(), places.size());
        }
    }

    /** All of one house. Houses are asked in their order; who was left out is passed over. */
    void each(House house, Taking<T> taking) throws IOException {
        int place = places.getOrDefault(house.id(), 0);
        do {
            Told<T> next = waiting.peek();
            while (next != null && places.getOrDefault(next.house(), 0) <= place) {
                waiting.remove();
                if (next.house().equals(house.id())) {
                    taking.take(next.thing(), next.ids());
                }
                next = waiting.peek();
            }
        } while (waiting.isEmpty() && !ended && read(house, place));
    }

    private boolean read(House house, int place) {
        Told<T> before = last;
        T behind = before != null && before.house().equals(house.id()) ? before.thing() : null;
        List<Told<T>> page = reading.page(houses.subList(place, houses.size()), behind);
        ended = page.size() < limit;
        waiting.addAll(page);
        last = page.isEmpty() ? null : page.get(page.size() - 1);
        return !page.isEmpty();
    }
}
