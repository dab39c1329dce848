package org.foyer.hub.linking.internal.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.foyer.hub.linking.ColumnKind;
import org.foyer.hub.linking.internal.compare.Comparisons;
import org.foyer.hub.linking.internal.compare.PairLevels;
import org.foyer.hub.linking.internal.compare.Sketches;
import org.foyer.hub.linking.internal.table.Field;
import org.jspecify.annotations.Nullable;

/**
 * Which fields are judged together. Given name and surname are one factor, since both fall away together when a person uses another
 * name; what tells where a person lives is one factor, since town, postcode and address tell much the same. A cell of a factor is one
 * combination of the levels of its fields; a vector holds the cell of each factor.
 */
public final class Scheme {

    /** A factor with more combinations than this is judged field by field. */
    private static final int CELLS_MAX = 1 << 10;

    private final List<Field> fields;
    private final Sketches sketches;
    private final int[][] factors;
    private final int[] levels;
    private final int[] cells;
    private final int[] shifts;

    private Scheme(List<Field> fields, List<int[]> factors) {
        this.fields = fields;
        this.sketches = Sketches.of(fields);
        this.levels = fields.stream()
                .mapToInt(field -> Comparisons.of(field.kind()).levels().size() + 1)
                .toArray();
        this.factors = factors.toArray(int[][]::new);
        this.cells = new int[this.factors.length];
        this.shifts = new int[this.factors.length + 1];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = 1;
            for (int field : this.factors[i]) {
                cells[i] *= levels[field];
            }
            shifts[i + 1] = shifts[i] + 32 - Integer.numberOfLeadingZeros(cells[i] - 1);
        }
        if (shifts[cells.length] > Long.SIZE) {
            throw new IllegalArgumentException("too many columns to compare: " + fields.size());
        }
    }

    public static Scheme of(List<Field> fields) {
        List<int[]> factors = new ArrayList<>();
        List<Integer> names = positions(fields, true);
        List<Integer> where = positions(fields, false);
        add(factors, names, fields);
        add(factors, where, fields);
        for (int i = 0; i < fields.size(); i++) {
            if (!names.contains(i) && !where.contains(i)) {
                factors.add(new int[] {i});
            }
        }
        return new Scheme(fields, factors);
    }

    private static List<Integer> positions(List<Field> fields, boolean names) {
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            ColumnKind kind = fields.get(i).kind();
            boolean isName = kind == ColumnKind.FIRST_NAME || kind == ColumnKind.LAST_NAME;
            if (names ? isName : kind.isWhere()) {
                found.add(i);
            }
        }
        return found;
    }

    private static void add(List<int[]> factors, List<Integer> members, List<Field> fields) {
        int product = 1;
        for (int member : members) {
            product *= Comparisons.of(fields.get(member).kind()).levels().size() + 1;
        }
        if (product <= CELLS_MAX) {
            if (!members.isEmpty()) {
                factors.add(members.stream().mapToInt(Integer::intValue).toArray());
            }
        } else {
            members.forEach(member -> factors.add(new int[] {member}));
        }
    }

    public List<Field> fields() {
        return fields;
    }

    /** What compares pairs of rows; serves one thread. */
    PairLevels pairLevels() {
        return new PairLevels(fields, sketches);
    }

    public int factors() {
        return factors.length;
    }

    /** Its columns, joined by a plus. */
    public String name(int factor) {
        return Arrays.stream(factors[factor])
                .mapToObj(field -> fields.get(field).name())
                .collect(Collectors.joining("+"));
    }

    /** Positions of a factor's fields. */
    int[] members(int factor) {
        return factors[factor];
    }

    int cells(int factor) {
        return cells[factor];
    }

    /** The first field of a kind, −1 if there is none. */
    public int position(ColumnKind kind) {
        for (int field = 0; field < fields.size(); field++) {
            if (fields.get(field).kind() == kind) {
                return field;
            }
        }
        return -1;
    }

    /** The first field of a kind, null if there is none. */
    public @Nullable Field field(ColumnKind kind) {
        int position = position(kind);
        return position < 0 ? null : fields.get(position);
    }

    /** Levels of a field, the one for missing values counted. */
    int levels(int field) {
        return levels[field];
    }

    public long vector(int[] fieldLevels) {
        long vector = 0;
        for (int i = 0; i < factors.length; i++) {
            vector |= (long) cell(i, fieldLevels) << shifts[i];
        }
        return vector;
    }

    int cell(int factor, int[] fieldLevels) {
        int cell = 0;
        for (int field : factors[factor]) {
            cell = cell * levels[field] + fieldLevels[field];
        }
        return cell;
    }

    int cell(long vector, int factor) {
        int bits = shifts[factor + 1] - shifts[factor];
        return (int) (vector >>> shifts[factor] & (1L << bits) - 1);
    }

    /** The level of the {@code member}-th field of a factor in a cell. */
    int level(int factor, int cell, int member) {
        int rest = cell;
        for (int i = factors[factor].length - 1; i > member; i--) {
            rest /= levels[factors[factor][i]];
        }
        return rest % levels[factors[factor][member]];
    }

    /** The levels of the fields of a factor in a vector; those of other fields are 0. */
    int[] levels(long vector, int factor) {
        int[] found = new int[levels.length];
        int cell = cell(vector, factor);
        for (int i = 0; i < factors[factor].length; i++) {
            found[factors[factor][i]] = level(factor, cell, i);
        }
        return found;
    }

    /** Which fields of a factor are known in a cell, as bits. */
    int known(int factor, int cell) {
        int known = 0;
        for (int i = 0; i < factors[factor].length; i++) {
            known |= level(factor, cell, i) > 0 ? 1 << i : 0;
        }
        return known;
    }
}
