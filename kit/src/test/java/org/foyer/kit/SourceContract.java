package org.foyer.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * What every {@link Source} must do. Extend it, answer the four questions, and the tests are inherited.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class SourceContract {

    private static final int BEGINNING_BYTES = 64 << 10;
    private static final long LONG_BYTES = 24L << 20;
    private static final int LOOKS = 12;
    private static final int LOOKS_AGAIN = 2;
    private static final long PAUSE_NANOS = 50_000_000;
    private static final String NAME = "[a-z0-9]+(-[a-z0-9]+)*";

    /** The source under test. */
    protected abstract Source source();

    /** Name of the sample as a house would send it. */
    protected abstract String fileName();

    /** A small sample of the source's files, with at least two rows. */
    protected abstract byte[] sample() throws IOException;

    /**
     * A sound file of the source's kind of at least so many bytes, produced while it is read. It need not end neatly:
     * only the memory needed to read it is tested.
     */
    protected abstract InputStream longFile(long bytes) throws IOException;

    /** How much of a file of 24 MiB the source may keep: half of it, unless its kind can be understood only as a whole. */
    protected long keptBytesMax() {
        return LONG_BYTES / 2;
    }

    @Test
    void itsNameIsLowerCaseWordsJoinedByHyphens() {
        assertThat(source().name()).matches(NAME);
    }

    @Test
    void itRecognisesItsSample() throws IOException {
        assertThat(source().recognises(fileName(), beginning(sample()))).isTrue();
    }

    @Test
    void itRecognisesItsSampleUnderAnyName() throws IOException {
        assertThat(source().recognises("export (2).txt", beginning(sample()))).isTrue();
    }

    @Test
    void itLeavesOtherFilesAlone() {
        for (String other : List.of(
                "",
                "Spectacle;Date;Prix\nCarmen;12/04/2024;23,50\n",
                "{\"results\":[{\"id\":1}]}",
                "[{\"id\":1}]",
                "%PDF-1.7\n",
                "PK\3\4",
                "<?xml version=\"1.0\"?><a/>")) {
            assertThat(source().recognises(fileName(), other)).as(other).isFalse();
        }
    }

    @Test
    void itAnnouncesItsColumnsOnceAndFillsEachRow() throws IOException {
        Heard heard = read(sample());
        assertThat(heard.announcements).isEqualTo(1);
        assertThat(heard.columns).isNotEmpty().doesNotHaveDuplicates().allMatch(name -> !name.isBlank());
        assertThat(heard.rows).hasSizeGreaterThan(1).allMatch(row -> row.size() == heard.columns.size());
    }

    @Test
    void itsLinesAscendFromOne() throws IOException {
        Heard heard = read(sample());
        assertThat(heard.lines).isSorted();
        assertThat(heard.lines.get(0)).isPositive();
    }

    @Test
    void itGivesTheSameRowsTwice() throws IOException {
        Heard first = read(sample());
        Heard second = read(sample());
        assertThat(second.rows).isEqualTo(first.rows);
        assertThat(second.lines).isEqualTo(first.lines);
        assertThat(second.problems).isEqualTo(first.problems);
    }

    @Test
    void aSoundSampleHasNoProblemThatStopsTheRun() throws IOException {
        assertThat(read(sample()).problems).noneMatch(problem -> problem.severity() == Problem.Severity.STOPS_RUN);
    }

    @Test
    void aTruncatedFileGivesAProblemAndNoException() throws IOException {
        byte[] whole = sample();
        for (int part = 1; part < 8; part++) {
            byte[] cut = Arrays.copyOf(whole, Math.max(1, (int) ((long) whole.length * part / 8)));
            Heard heard = new Heard();
            assertThatCode(() -> source().read(fileName(), new ByteArrayInputStream(cut), heard))
                    .doesNotThrowAnyException();
            assertThat(heard.problems)
                    .as("cut after %d of %d bytes", cut.length, whole.length)
                    .anyMatch(problem -> problem.severity() == Problem.Severity.STOPS_RUN);
        }
    }

    @Test
    void aFailureOfItsReceiverIsPassedOn() {
        class Full extends IOException {
            private static final long serialVersionUID = 1L;
        }
        Rows full = new Heard() {
            @Override
            public void row(long line, List<String> values) throws IOException {
                throw new Full();
            }
        };
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> source().read(fileName(), new ByteArrayInputStream(sample()), full))
                .isInstanceOf(Full.class);
    }

    /** Of a file of 24 MiB no more may be kept than {@link #keptBytesMax}, wherever in it one looks. */
    @Test
    void itReadsAStreamInBoundedMemory() throws IOException {
        Looking in = new Looking(longFile(LONG_BYTES));
        try (in) {
            source().read(fileName(), in, new Unkept());
        }
        assertThat(in.looks).as("looks at the memory").isGreaterThanOrEqualTo(LOOKS / 2);
        assertThat(in.most).isLessThan(keptBytesMax());
    }

    private static long usedBytes() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static String beginning(byte[] bytes) {
        return new String(bytes, 0, Math.min(bytes.length, BEGINNING_BYTES), StandardCharsets.UTF_8);
    }

    private Heard read(byte[] bytes) throws IOException {
        Heard heard = new Heard();
        source().read(fileName(), new ByteArrayInputStream(bytes), heard);
        return heard;
    }

    /** Looks at the memory used as the file goes by. */
    private static final class Looking extends FilterInputStream {
        private final long before = usedBytes();
        private long bytes;
        long most;
        int looks;

        Looking(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            wentBy(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int read = super.read(into, from, length);
            wentBy(Math.max(0, read));
            return read;
        }

        private void wentBy(int more) {
            bytes += more;
            if (bytes >= LONG_BYTES / LOOKS * (looks + 1)) {
                most = Math.max(most, kept());
                looks++;
            }
        }

        /**
         * The least of some looks where there was never as much: nothing is read meanwhile, so that the source keeps what it keeps, and what
         * threads of earlier tests take goes.
         */
        private long kept() {
            long kept = usedBytes() - before;
            for (int again = 0; kept > most && again < LOOKS_AGAIN; again++) {
                LockSupport.parkNanos(PAUSE_NANOS);
                kept = Math.min(kept, usedBytes() - before);
            }
            return kept;
        }
    }

    private static class Unkept implements Rows {
        @Override
        public void columns(List<String> names) {}

        @Override
        public void row(long line, List<String> values) throws IOException {}

        @Override
        public void problem(Problem problem) {}
    }

    private static class Heard implements Rows {
        final List<String> columns = new ArrayList<>();
        final List<List<String>> rows = new ArrayList<>();
        final List<Long> lines = new ArrayList<>();
        final List<Problem> problems = new ArrayList<>();
        int announcements;

        @Override
        public void columns(List<String> names) {
            announcements++;
            columns.addAll(names);
        }

        @Override
        public void row(long line, List<String> values) throws IOException {
            rows.add(new ArrayList<>(values));
            lines.add(line);
        }

        @Override
        public void problem(Problem problem) {
            problems.add(problem);
        }
    }
}
