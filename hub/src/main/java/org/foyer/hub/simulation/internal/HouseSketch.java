package org.foyer.hub.simulation.internal;

import java.time.ZoneId;
import java.util.List;
import org.foyer.hub.model.Discipline;
import org.foyer.hub.model.PostalAddress;
import org.foyer.hub.model.SizeClass;

/**
 * What is known of a house before anything happens in it.
 *
 * @param index place in the network, from 0
 * @param occupancy how full it is on average, from 0 to 1
 * @param festival whether it plays in July only
 */
record HouseSketch(
        int index,
        String slug,
        String name,
        Discipline discipline,
        List<Hall> halls,
        String street,
        Place place,
        Tool tool,
        double occupancy,
        boolean festival,
        ZoneId zone,
        String currency) {

    /** A room of the house. */
    record Hall(String name, int seats) {}

    int seats() {
        return halls.stream().mapToInt(Hall::seats).sum();
    }

    PostalAddress address() {
        return new PostalAddress(street, place.postcodes()[0], place.name(), place.region(), place.country());
    }

    HouseSketch with(Tool other) {
        return new HouseSketch(
                index, slug, name, discipline, halls, street, place, other, occupancy, festival, zone, currency);
    }

    Habits habits() {
        return Habits.of(discipline, SizeClass.ofSeats(seats()), festival);
    }
}
