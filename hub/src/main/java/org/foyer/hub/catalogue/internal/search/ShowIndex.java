package org.foyer.hub.catalogue.internal.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MergePolicy;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.MMapDirectory;
import org.apache.lucene.util.Version;
import org.foyer.hub.store.FolderTree;
import org.jspecify.annotations.Nullable;

/**
 * The index in its folder. Each commit holds, with the shows, the marks of the houses of which it holds them, so that a process that
 * dies at any moment leaves an index that knows what it lacks. An index that cannot be read, or is of another edition, is thrown
 * away: everything in it comes from the warehouse.
 *
 * <p>It is read through mapped buffers; columns that counting reads of every show found are held in memory beside
 * ({@link ShowColumns}).
 */
final class ShowIndex implements AutoCloseable {

    static {
        // Memory segments are looked for in a jar of several releases, which ours is not; mapped buffers run on every
        // Java.
        System.setProperty("org.apache.lucene.store.MMapDirectory.enableMemorySegments", "false");
    }

    private static final Logger LOG = Logger.getLogger(ShowIndex.class.getName());

    /** Of the documents; to be raised with each change of what they hold. */
    private static final String EDITION = "7 " + Version.LATEST;

    private static final String EDITION_KEY = "edition";
    private static final String HOUSE_KEY = "house ";
    private static final double BUFFER_MEGABYTES = 16;
    private static final int SEGMENTS_OF_A_SIZE = 4;
    private static final double SEGMENT_MEGABYTES_MAX = 64;

    private final Path folder;
    private final ShowColumns columns;
    private boolean writing;
    private @Nullable Directory directory;
    private @Nullable DirectoryReader reader;

    /** @param columnBytes bytes of its columns in memory, at most */
    ShowIndex(Path folder, long columnBytes) {
        this.folder = folder;
        this.columns = new ShowColumns(columnBytes);
    }

    ShowColumns columns() {
        return columns;
    }

    /** Work on the reader of one moment. */
    interface Reading<T> {
        T of(@Nullable DirectoryReader reader) throws IOException;
    }

    /** Gives the reader, which stays open until the work is done; null while there is no index. */
    <T> T read(Reading<T> work) throws IOException {
        DirectoryReader present = held();
        try {
            return work.of(present);
        } finally {
            if (present != null) {
                present.decRef();
            }
        }
    }

    private synchronized @Nullable DirectoryReader held() {
        DirectoryReader present = reader;
        return present != null && present.tryIncRef() ? present : null;
    }

    /** Opens what lies in the folder; nothing when it is missing, broken or of another edition, and then it is cleared away. */
    synchronized void open() {
        if (reader != null) {
            return;
        }
        try {
            Directory opened = directory();
            if (DirectoryReader.indexExists(opened)) {
                DirectoryReader found = DirectoryReader.open(opened);
                if (isOfThisEdition(found)) {
                    reader = found;
                    columns.hold(found);
                    return;
                }
                found.close();
            }
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.INFO, "the index cannot be read and is made again: " + e);
        }
        if (!writing) { // a question may come while the first index is being written, and that one is not to be thrown
            // away
            clear();
        }
    }

    private static boolean isOfThisEdition(DirectoryReader found) throws IOException {
        return EDITION.equals(found.getIndexCommit().getUserData().get(EDITION_KEY));
    }

    /** Reads every file to its end and compares the sums that stand there. */
    boolean isSound() {
        try {
            return read(present -> {
                if (present != null) {
                    for (LeafReaderContext leaf : present.leaves()) {
                        ((CodecReader) leaf.reader()).checkIntegrity();
                    }
                }
                return true;
            });
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.INFO, "the index is damaged and is made again: " + e);
            return false;
        }
    }

    /** Of which state of which houses it holds the shows; empty when its files are gone. */
    Map<Integer, String> marks() throws IOException {
        if (!Files.isDirectory(folder) || !DirectoryReader.indexExists(directory())) {
            clear();
        }
        return read(present -> {
            Map<Integer, String> marks = new HashMap<>();
            if (present != null) {
                present.getIndexCommit().getUserData().forEach((key, mark) -> {
                    if (key.startsWith(HOUSE_KEY)) {
                        marks.put(Integer.valueOf(key.substring(HOUSE_KEY.length())), mark);
                    }
                });
            }
            return marks;
        });
    }

    private synchronized Directory directory() throws IOException {
        if (directory == null) {
            Files.createDirectories(folder);
            directory = new MMapDirectory(folder);
        }
        return directory;
    }

    /** Throws the index away. Who reads it reads on to the end. */
    synchronized void clear() {
        close();
        try {
            FolderTree.delete(folder);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "the index could not be cleared away", e);
        }
    }

    /** Changes to the index, kept with {@link #commit}; what was not kept is as if it had never been. */
    final class Change implements AutoCloseable {

        private final IndexWriter writer;
        private final Map<Integer, String> marks;

        private Change(Map<Integer, String> marks) throws IOException {
            this.marks = new HashMap<>(marks);
            synchronized (ShowIndex.this) {
                writing = true;
            }
            try {
                this.writer = new IndexWriter(
                        directory(),
                        new IndexWriterConfig()
                                .setSimilarity(new PartSimilarity())
                                .setRAMBufferSizeMB(BUFFER_MEGABYTES)
                                .setMergePolicy(fewSegments())
                                .setMergeScheduler(new SerialMergeScheduler())
                                .setUseCompoundFile(false)
                                .setCommitOnClose(false));
            } catch (IOException | RuntimeException e) {
                written();
                throw e;
            }
        }

        /** A question goes through each segment: there are few, and none so large that one processor would have most of the work. */
        private static MergePolicy fewSegments() {
            return new TieredMergePolicy()
                    .setSegmentsPerTier(SEGMENTS_OF_A_SIZE)
                    .setMaxMergedSegmentMB(SEGMENT_MEGABYTES_MAX);
        }

        /** Takes all shows of a house out. */
        void remove(int house) throws IOException {
            writer.deleteDocuments(new Term(ShowDocument.HOUSE, Integer.toString(house)));
            marks.remove(house);
        }

        /** Adds the shows of one run, next to each other. */
        void add(org.foyer.hub.model.House house, List<Show> run) throws IOException {
            writer.addDocuments(
                    run.stream().map(show -> ShowDocument.of(house, show)).toList());
        }

        /** Adds what a house says of an entity. */
        void add(org.foyer.hub.model.House house, EntityDocument.Told entity) throws IOException {
            writer.addDocument(EntityDocument.of(house, entity));
        }

        /** Says that the shows of a house are all there. */
        void mark(int house, String mark) {
            marks.put(house, mark);
        }

        /** Keeps what changed and lets questions see it. */
        void commit() throws IOException {
            Map<String, String> data = new HashMap<>();
            data.put(EDITION_KEY, EDITION);
            marks.forEach((house, mark) -> data.put(HOUSE_KEY + house, mark));
            do {
                writer.setLiveCommitData(data.entrySet());
                writer.commit();
            } while (writer.isOpen() && segmentsJoined());
            refresh();
        }

        /** Joining small segments may come after a commit, and would be lost without another. */
        private boolean segmentsJoined() throws IOException {
            writer.maybeMerge();
            return writer.hasUncommittedChanges();
        }

        @Override
        public void close() throws IOException {
            try {
                writer.rollback();
            } finally {
                written();
            }
        }

        private void written() {
            synchronized (ShowIndex.this) {
                writing = false;
            }
        }
    }

    Change change(Map<Integer, String> marks) throws IOException {
        return new Change(marks);
    }

    private synchronized void refresh() throws IOException {
        DirectoryReader before = reader;
        DirectoryReader after =
                before == null ? DirectoryReader.open(directory()) : DirectoryReader.openIfChanged(before);
        if (after != null) {
            columns.hold(after);
            reader = after;
            if (before != null) {
                before.decRef();
            }
        }
    }

    @Override
    public synchronized void close() {
        try {
            if (reader != null) {
                reader.close();
            }
            if (directory != null) {
                directory.close();
            }
        } catch (IOException e) {
            LOG.log(Level.FINE, "the index did not close", e);
        }
        reader = null;
        directory = null;
    }
}
