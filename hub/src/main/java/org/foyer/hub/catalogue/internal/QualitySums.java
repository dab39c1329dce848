package org.foyer.hub.catalogue.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.foyer.hub.catalogue.Quality;
import org.jspecify.annotations.Nullable;

/**
 * Performances counted together, and how many of them have each property.
 *
 * @param there in the order of {@link Quality#POINTS}
 */
record QualitySums(long performances, List<Long> there) {

    private static final List<String> NAMES = List.copyOf(Quality.POINTS.keySet());

    static QualitySums of(ResultSet row) throws SQLException {
        List<Long> there = new ArrayList<>();
        for (String name : NAMES) {
            there.add(row.getLong("n_" + name));
        }
        return new QualitySums(row.getLong("performances"), List.copyOf(there));
    }

    /** All of them together. */
    static QualitySums of(List<QualitySums> parts) {
        List<Long> there = new ArrayList<>();
        for (int i = 0; i < NAMES.size(); i++) {
            int place = i;
            there.add(parts.stream().mapToLong(part -> part.there().get(place)).sum());
        }
        return new QualitySums(
                parts.stream().mapToLong(QualitySums::performances).sum(), List.copyOf(there));
    }

    /** Mean points of the performances; 0 without any. */
    double score() {
        long had = 0;
        for (int i = 0; i < NAMES.size(); i++) {
            had += Quality.POINTS.getOrDefault(NAMES.get(i), 0) * there.get(i);
        }
        return performances == 0 ? 0 : had / (double) performances;
    }

    /** What the mean over so many performances would gain if these lacked nothing. */
    double gainAmong(long all) {
        return (100 - score()) * performances / all;
    }

    /** What at least one of the performances lacks, in the order of points. */
    List<String> missing() {
        List<String> missing = new ArrayList<>();
        for (int i = 0; i < NAMES.size(); i++) {
            if (there.get(i) < performances) {
                missing.add(NAMES.get(i));
            }
        }
        return missing;
    }

    /** Each property, those that would gain most first. */
    List<Quality.Property> properties() {
        List<Quality.Property> properties = new ArrayList<>();
        for (int i = 0; i < NAMES.size(); i++) {
            int points = Quality.POINTS.getOrDefault(NAMES.get(i), 0);
            double gain = points * (performances - there.get(i)) / (double) performances;
            properties.add(new Quality.Property(NAMES.get(i), points, there.get(i), gain));
        }
        properties.sort(Comparator.comparingDouble(Quality.Property::gain).reversed());
        return properties;
    }

    /** The property that would gain most, null when nothing lacks. */
    @Nullable
    String first() {
        Quality.Property first = properties().get(0);
        return first.gain() <= 0 ? null : first.name();
    }
}
