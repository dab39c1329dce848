package org.foyer.hub.governance.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.Consents;
import org.foyer.hub.governance.Consents.FileCell;
import org.foyer.hub.governance.Consents.FileSaid;
import org.foyer.hub.governance.Consents.OfFile;
import org.foyer.hub.governance.Consents.Said;
import org.foyer.hub.governance.Consents.Wish;
import org.foyer.hub.governance.internal.ConsentLog.Counting;
import org.foyer.hub.model.HouseId;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what a column of an export says. A consent never counts for a person who has spoken; a refusal counts unless the file tells that it is older
 * than what stands; a refusal of what was never agreed to is nothing new.
 */
final class ConsentsOfFile {

    private static final int EVENTS_AT_ONCE = 1_000;

    private final ConsentLog log;
    private final ZoneId zone;
    private final Map<String, Long> wordings;
    private final Actor actor;
    private final long now;
    private final int run;
    private final PreparedBatch batch;
    private final Set<Long> full;
    private long written;
    private long unchanged;
    private long saidOtherwise;
    private long withoutWording;

    /** @param wordings by purpose, the number of the newest */
    ConsentsOfFile(
            Handle handle, HouseId house, ZoneId zone, int run, Map<String, Long> wordings, Actor actor, long now) {
        this.log = new ConsentLog(handle, house);
        this.zone = zone;
        this.wordings = wordings;
        this.actor = actor;
        this.now = now;
        this.run = run;
        this.batch = log.batch();
        // the cells of one run are fewer than there is room for below the limit of other ways
        this.full = log.givenMoreThan(Consents.CONSENTS_MAX - 1);
    }

    OfFile write(List<FileCell> cells) {
        for (FileCell cell : cells) {
            Set<Long> people =
                    cell.said().stream().map(FileSaid::person).collect(Collectors.toCollection(HashSet::new));
            Map<Long, Counting> stands = new HashMap<>();
            log.eachCounting(List.of(cell.purpose()), List.of(cell.channel()), known -> {
                if (people.contains(known.person())) {
                    stands.put(known.person(), known);
                }
            });
            for (FileSaid said : cell.said()) {
                write(cell, said, stands.get(said.person()));
            }
        }
        flush(1);
        return new OfFile(written, unchanged, saidOtherwise, withoutWording);
    }

    private void write(FileCell cell, FileSaid said, @Nullable Counting stands) {
        if (said.said() == Said.GIVEN) {
            consent(cell, said, stands);
        } else if (stands == null ? said.said() == Said.WITHDRAWN : isWeaker(said.said(), stands.said())) {
            unchanged++;
        } else if (stands != null && isOlder(said, stands)) {
            saidOtherwise++;
        } else {
            add(cell, said, null);
        }
    }

    private void consent(FileCell cell, FileSaid said, @Nullable Counting stands) {
        Long wording = wordings.get(cell.purpose());
        if (stands != null && stands.said() == Said.GIVEN && stands.file()) {
            unchanged++;
        } else if (stands != null || full.contains(said.person())) {
            saidOtherwise++;
        } else if (wording == null) {
            withoutWording++;
        } else {
            add(cell, said, wording);
        }
    }

    /** Whether it changes nothing: it stands already, or something stronger does. */
    private static boolean isWeaker(Said said, Said stands) {
        return said == Said.WITHDRAWN ? stands != Said.GIVEN : stands == Said.OBJECTED;
    }

    /** What tells no day was said when the file came, for nobody knows better. */
    private boolean isOlder(FileSaid said, Counting stands) {
        LocalDate day = said.day();
        String told = stands.saidDay();
        LocalDate since =
                told.isEmpty() ? LocalDate.ofInstant(Instant.ofEpochMilli(stands.at()), zone) : LocalDate.parse(told);
        return day != null && day.isBefore(since);
    }

    private void add(FileCell cell, FileSaid said, @Nullable Long wording) {
        Wish wish = new Wish(said.said(), List.of(), List.of(), Consents.FILE, null, null, null);
        log.bind(batch, said.person(), cell.purpose(), cell.channel(), wish, wording, actor, now)
                .bindByType("run", run, Integer.class)
                .bindByType("day", said.day() == null ? null : said.day().toString(), String.class)
                .add();
        written++;
        flush(EVENTS_AT_ONCE);
    }

    private void flush(int from) {
        if (batch.size() >= from) {
            batch.execute();
        }
    }
}
