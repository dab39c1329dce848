package org.foyer.hub.catalogue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.foyer.hub.model.House;

/**
 * Whole programmes as they were on a day, a file for each house: N-Triples under gzip, kept for some days. Only a node whose address is
 * set writes them, since their identifiers begin with it and stay in the files.
 */
public interface Dumps {

    /** Days for which files are kept unless the setting {@code FOYER_DUMP_DAYS} says otherwise; 0 for none. */
    int DAYS = 7;

    /** Bytes of one file, at most: a programme that is longer has none, and its stream instead. */
    long FILE_BYTES_MAX = 2L << 30;

    /** Bytes of all files, at most: above it nothing more is written that day. */
    long ALL_BYTES_MAX = 20L << 30;

    /**
     * A file.
     *
     * @param day on which it was written, in the zone of the house
     * @param bytes its length
     */
    record Dump(LocalDate day, long bytes, Path file) {}

    /** What a night wrote and took away. @param left houses whose programme was too long, or that came after the limit of all */
    record Written(int files, int deleted, List<String> left) {}

    /** Files of a house, the newest first. */
    List<Dump> of(House house);

    /** The file of a house of a day. */
    Optional<Dump> of(House house, LocalDate day);

    /**
     * Writes today's file of each house that has none yet, and deletes those that are too old.
     *
     * @param base address of the node, without a final slash
     * @param days for which files are kept; 0 writes none and deletes all
     */
    Written write(String base, int days) throws IOException;
}
