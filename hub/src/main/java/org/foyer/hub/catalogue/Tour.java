package org.foyer.hub.catalogue;

import java.time.LocalDate;
import org.foyer.hub.model.HouseId;
import org.jspecify.annotations.Nullable;

/**
 * A run of the same show in another house of the node, or of a staging of it in another season. The productions stay apart, each house keeps
 * its own.
 *
 * @param run id of the run, {@code /id/run/{run}}
 * @param place name of the venue
 * @param dates performances from the first to the last day
 */
public record Tour(
        HouseId house, String run, String title, @Nullable String place, LocalDate first, LocalDate last, long dates) {

    /** Runs elsewhere that are told of a show, those that play last first. */
    public static final int TOLD_MAX = 50;
}
