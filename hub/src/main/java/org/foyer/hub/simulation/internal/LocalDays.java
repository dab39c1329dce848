package org.foyer.hub.simulation.internal;

import java.time.LocalDate;

/** Turns minutes into year, month and day, quickly when many fall on the same days. */
final class LocalDays {

    private static final int KEPT = 4096;

    private final long[] days = new long[KEPT];
    private final int[] packed = new int[KEPT];

    /** The day of a minute as year × 10,000 + month × 100 + day. */
    int of(long minute) {
        long day = Math.floorDiv(minute, Night.DAY);
        int slot = (int) Math.floorMod(day, (long) KEPT);
        if (days[slot] != day || packed[slot] == 0) {
            LocalDate date = LocalDate.ofEpochDay(day);
            days[slot] = day;
            packed[slot] = date.getYear() * 10_000 + date.getMonthValue() * 100 + date.getDayOfMonth();
        }
        return packed[slot];
    }

    /** Writes a minute as {@code dd/MM/yyyy HH:mm} or {@code yyyy-MM-dd HH:mm}. */
    void write(Bytes out, long minute, boolean dayFirst) {
        int day = of(minute);
        int time = (int) Math.floorMod(minute, Night.DAY);
        if (dayFirst) {
            out.two(day % 100).put('/').two(day / 100 % 100).put('/').padded(day / 10_000, 4);
        } else {
            out.padded(day / 10_000, 4).put('-').two(day / 100 % 100).put('-').two(day % 100);
        }
        out.put(' ').two(time / 60).put(':').two(time % 60);
    }
}
