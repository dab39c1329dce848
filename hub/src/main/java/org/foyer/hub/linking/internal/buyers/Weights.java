package org.foyer.hub.linking.internal.buyers;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.foyer.hub.linking.internal.block.BlockRule;
import org.foyer.hub.linking.internal.model.Model;
import org.foyer.hub.linking.internal.table.Frequencies;
import org.foyer.hub.linking.internal.table.RecordTable;
import org.foyer.hub.linking.internal.table.ValueDigests;
import org.jspecify.annotations.Nullable;

/**
 * What was learned from the buyers of a house and stays while buyers come and go. Years of birth are numbers, which have no habits of
 * writing that would have to be kept with it.
 *
 * @param country of telephone numbers without a prefix
 * @param records it was learned from
 * @param frequencies of the values of each field, without the values
 */
record Weights(String country, int records, Model model, BlockRule rule, List<Frequencies> frequencies) {

    /** Learned anew once the records are this much more, or less, than they were. A judgement, not a measured number. */
    static final double GROWN = 0.2;

    /** And once this share of the records more, or less, has a value in some column. A judgement too. */
    static final double FILLED = 0.1;

    private static final int TAG_BYTES = 8;

    Weights {
        frequencies = List.copyOf(frequencies);
    }

    static Weights of(String country, RecordTable table, Model model, BlockRule rule, ValueDigests digests) {
        List<Frequencies> frequencies = IntStream.range(0, table.fields().size())
                .mapToObj(i -> Frequencies.of(table.fields().get(i), i, digests))
                .toList();
        return new Weights(country, table.records(), model, rule, frequencies);
    }

    /** Whether they no longer suit the records that are there. Follows from both alone. */
    boolean areOld(String countryNow, RecordTable table) {
        boolean others = !country.equals(countryNow)
                || frequencies.size() != table.fields().size()
                || Math.abs(table.records() - records) >= GROWN * records;
        return others
                || IntStream.range(0, frequencies.size())
                        .anyMatch(i -> Math.abs(share(table.fields().get(i).filled(), table.records())
                                        - share(frequencies.get(i).known(), records))
                                >= FILLED);
    }

    private static double share(long some, int all) {
        return (double) some / all;
    }

    /** Without frequencies of values that no buyer has any more. */
    Weights present(RecordTable table, ValueDigests digests) {
        List<Frequencies> present = IntStream.range(0, frequencies.size())
                .mapToObj(i -> frequencies.get(i).present(table.fields().get(i), i, digests))
                .toList();
        return new Weights(country, records, model, rule, present);
    }

    /** Tells weights from all others. @param bytes as {@link #bytes} gives them */
    static String tag(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(digest, 0, TAG_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(BuyerPlan.EDITION);
            out.writeUTF(country);
            out.writeInt(records);
            for (double[][] table :
                    List.of(model.same(), model.other(), model.sameLevels(), model.otherLevels(), new double[][] {
                        model.own(), {model.prior()}
                    })) {
                write(out, table);
            }
            out.writeInt(rule.lines().size());
            for (int i = 0; i < rule.lines().size(); i++) {
                out.writeUTF(rule.lines().get(i));
                out.writeInt(rule.caps().get(i));
            }
            out.writeInt(frequencies.size());
            for (Frequencies of : frequencies) {
                of.write(out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Null when they were learned under another edition of {@link BuyerPlan}. */
    static @Nullable Weights read(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (in.readInt() != BuyerPlan.EDITION) {
                return null;
            }
            String country = in.readUTF();
            int records = in.readInt();
            double[][] same = table(in);
            double[][] other = table(in);
            double[][] sameLevels = table(in);
            double[][] otherLevels = table(in);
            double[][] rest = table(in);
            Model model = new Model(same, other, sameLevels, otherLevels, rest[0], rest[1][0]);
            return new Weights(country, records, model, rule(in), frequencies(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(DataOutputStream out, double[][] table) throws IOException {
        out.writeInt(table.length);
        for (double[] row : table) {
            out.writeInt(row.length);
            for (double number : row) {
                out.writeDouble(number);
            }
        }
    }

    private static double[][] table(DataInputStream in) throws IOException {
        double[][] table = new double[in.readInt()][];
        for (int i = 0; i < table.length; i++) {
            table[i] = new double[in.readInt()];
            for (int k = 0; k < table[i].length; k++) {
                table[i][k] = in.readDouble();
            }
        }
        return table;
    }

    private static BlockRule rule(DataInputStream in) throws IOException {
        List<String> lines = new ArrayList<>();
        List<Integer> caps = new ArrayList<>();
        int passes = in.readInt();
        for (int i = 0; i < passes; i++) {
            lines.add(in.readUTF());
            caps.add(in.readInt());
        }
        return new BlockRule(lines, caps);
    }

    private static List<Frequencies> frequencies(DataInputStream in) throws IOException {
        List<Frequencies> frequencies = new ArrayList<>();
        int fields = in.readInt();
        for (int i = 0; i < fields; i++) {
            frequencies.add(Frequencies.read(in));
        }
        return frequencies;
    }
}
