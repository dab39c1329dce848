package org.foyer.hub.intake.internal.loading;

import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.foyer.hub.intake.internal.recipe.Field;

/**
 * The first of the two scans of a file: narrow typed columns and a set of problem bits for each row. Long texts stay in
 * the file; the second scan fetches those of the few rows that need them.
 */
final class SaleStage {

    /** Lines of a file at most; two to the power of thirty. */
    private static final long LINES = 1L << 30;

    /** Up to here the engine holds the rows between the two scans; beyond, memory would grow with the file. */
    private static final long HELD_RECORDS_MAX = 100_000;

    private final Sql sql;
    private final FileTable file;
    private final Loading loading;
    private final Parse parse;
    private final boolean presentState;
    private final Checks checks;
    private String rows;
    private boolean forgotten;

    SaleStage(Sql sql, FileTable file, Loading loading, boolean presentState) {
        this.sql = sql;
        this.file = file;
        this.loading = loading;
        this.parse = new Parse(file, loading);
        this.presentState = presentState;
        this.rows = file.scan();
        this.checks = Checks.ofSales(parse, loading, presentState);
    }

    Parse parse() {
        return parse;
    }

    List<Check> checks() {
        return checks.all();
    }

    long repeatedBit() {
        return 1L << checks.all().size();
    }

    long unknownPerformanceBit() {
        return repeatedBit() << 1;
    }

    /** Makes the temporary tables {@code stage}, {@code need (line, kind)} and {@code fetched}. */
    void make() throws SQLException {
        if (file.records() <= HELD_RECORDS_MAX) {
            sql.run("create or replace temp table file_rows as select * from " + file.scan());
            rows = "file_rows";
        }
        scan();
        markRepeated();
        markUnknownPerformances();
        need();
        fetch();
    }

    /** The rows that name performances, with {@code perf_h}. */
    String namingPerformances() {
        return naming("performance", EnumSet.range(Field.PERFORMANCE_REF, Field.URL), performanceHash() + " as perf_h");
    }

    /** Whether any row can name a buyer. */
    boolean namesBuyers() {
        return parse.has(Field.BUYER_REF) || parse.has(Field.EMAIL);
    }

    /** The rows that name buyers, one for each of them, with {@code buyer}. */
    String namingBuyers() {
        return notForgotten(naming("buyer", EnumSet.range(Field.BUYER_REF, Field.BIRTH_DATE), buyer() + " as buyer"));
    }

    /** The same rows, with what they say of being contacted. */
    String namingConsents() {
        return notForgotten(naming(
                "buyer", EnumSet.range(Field.CONSENT_PROGRAMME_EMAIL, Field.CONSENT_DAY), "true as said_of_contact"));
    }

    /** Says that rows lost their buyer, because the buyer was forgotten. */
    void someForgotten() {
        forgotten = true;
    }

    private String notForgotten(String rows) {
        return forgotten
                ? "(select * from " + rows + " where line in (select line from stage where person_h is not null))"
                : rows;
    }

    /** Every fetched row with a buyer, those of the quarantine too. */
    String namingAnyBuyers() {
        return "(select *, " + buyer() + " as buyer from ("
                + parse.from("fetched", EnumSet.range(Field.BUYER_REF, Field.BIRTH_DATE)) + "))";
    }

    /** When a row of the stage was said: a present state is said when it is seen. */
    String said() {
        return presentState ? loading.begunLiteral() : "coalesce(sold, " + loading.begunLiteral() + ")";
    }

    /** The rows that name tariffs, zones and channels: {@code line, field, code}. */
    String namingLabels() {
        String codes = Labels.FIELDS.stream()
                .map(field -> "{'field': '" + field.key() + "', 'code': " + parse.text(field) + "}")
                .collect(Collectors.joining(", "));
        return "(select line, named.field, named.code from "
                + naming("label", EnumSet.copyOf(Labels.FIELDS), "unnest([" + codes + "]) as named")
                + " where named.code is not null)";
    }

    private String naming(String kind, Set<Field> fields, String more) {
        String rows = "(select * from fetched where c0 in (select line from need where kind = '" + kind + "'))";
        return "(select *, " + more + " from (" + parse.from(rows, fields) + "))";
    }

    /** Few rows of a large file: the engine would make a hash table of the file, for it does not know how large it is. */
    private void fetch() throws SQLException {
        sql.run("set disabled_optimizers = 'join_order,build_side_probe_side'");
        sql.run("create or replace temp table fetched as select * from " + rows
                + " where c0 in (select line from need)");
        sql.run("set disabled_optimizers = ''");
    }

    private void scan() throws SQLException {
        String sold = parse.soldUtc();
        sql.run("create or replace temp table stage as select line,\n" + checks.bits() + " as bits,\n"
                + operation() + " as op,\n"
                + (presentState ? "v_state" : "cast(null as varchar)") + " as state,\n"
                + (presentState
                        ? sold
                        : "coalesce(case when op = 'cancellation' then " + parse.utc(Field.CANCELLED_AT) + " end, "
                                + sold + ")")
                + " as sold,\n"
                + "coalesce(case when op = 'cancellation' then " + parse.day(Field.CANCELLED_AT) + " end, "
                + parse.soldDay() + ") as day,\n"
                + parse.utc(Field.CANCELLED_AT) + " as cancelled_at,\n"
                + parse.utc(Field.SCANNED_AT) + " as scanned,\n"
                + quantity() + " as quantity,\n"
                + signed(parse.minor(Field.AMOUNT)) + " as amount,\n"
                + signed(vat()) + " as vat,\n"
                + signed(parse.minor(Field.LIST_AMOUNT)) + " as list_amount,\n"
                + signed(parse.minor(Field.FEE)) + " as fee,\n"
                + hash(Field.TARIFF) + " as tariff_h, " + hash(Field.ZONE) + " as zone_h, "
                + hash(Field.CHANNEL) + " as channel_h,\n"
                + performanceHash() + " as perf_h,\n"
                + titled() + " as titled,\n"
                + "hash(" + buyer() + ") as person_h,\n"
                + parse.text(Field.ORDER_REF) + " as order_ref, " + parse.text(Field.TICKET) + " as ticket\n"
                + "from (" + parse.from(rows) + ")");
    }

    private String operation() {
        String negative = parse.has(Field.QUANTITY) ? "v_quantity < 0 or v_amount < 0" : "v_amount < 0";
        String bySign = "case when " + negative + " then 'cancellation' else 'sale' end";
        String operation = parse.has(Field.OPERATION) && !presentState
                ? "case when t_operation is null then " + bySign + " else v_operation end"
                : presentState ? "'sale'" : bySign;
        return "cast(" + operation + " as operation)";
    }

    private String quantity() {
        return parse.has(Field.QUANTITY) && !presentState
                ? "coalesce(try_cast(abs(v_quantity) as smallint), 1)"
                : "cast(1 as smallint)";
    }

    private static String signed(String minor) {
        return minor.startsWith("cast(null")
                ? "cast(null as integer)"
                : "try_cast(case when op in ('cancellation', 'release') then -abs(" + minor + ") else abs(" + minor
                        + ") end as integer)";
    }

    private String vat() {
        String given = parse.minor(Field.VAT);
        if (!parse.has(Field.VAT_RATE)) {
            return given;
        }
        String amount = parse.minor(Field.AMOUNT);
        String computed = "cast(round(" + amount + " * v_vat_rate / (100 + v_vat_rate)) as bigint)";
        return parse.has(Field.VAT) ? "coalesce(" + given + ", " + computed + ")" : computed;
    }

    private String hash(Field field) {
        return parse.has(field) ? "hash(t_" + field.key() + ")" : "cast(null as ubigint)";
    }

    private String titled() {
        return parse.has(Field.PERFORMANCE_REF) ? parse.text(Field.TITLE) + " is not null" : "true";
    }

    private String performanceHash() {
        String whole = "hash(" + parse.text(Field.PERFORMANCE_REF) + ", " + parse.text(Field.TITLE) + ", "
                + parse.startLocal() + ", " + parse.startDay() + ", " + parse.text(Field.HALL) + ")";
        return parse.has(Field.PERFORMANCE_REF)
                ? "case when " + parse.text(Field.TITLE) + " is null then hash(t_performance_ref) else " + whole
                        + " end"
                : whole;
    }

    private String buyer() {
        String email = parse.has(Field.EMAIL) ? "lower(t_email)" : "cast(null as varchar)";
        return parse.has(Field.BUYER_REF) ? "coalesce(t_buyer_ref, " + email + ")" : email;
    }

    /** Hashes find the candidates, the natural key decides. */
    private void markRepeated() throws SQLException {
        String key = presentState ? "ticket" : "ticket, op, sold";
        long repeated = sql.change("""
                create or replace temp table repeated as
                select line from stage
                where bits = 0 and hash(%1$s) in (
                  select hash(%1$s) from stage where bits = 0 group by hash(%1$s) having count(*) > 1)
                qualify row_number() over (partition by %1$s order by line) > 1
                """.formatted(key));
        if (repeated > 0) {
            sql.run("update stage set bits = " + repeatedBit() + " where line in (select line from repeated)");
        }
    }

    private void markUnknownPerformances() throws SQLException {
        if (!parse.has(Field.PERFORMANCE_REF)) {
            return;
        }
        sql.run("update stage set bits = " + unknownPerformanceBit()
                + " where bits = 0 and not titled and perf_h not in"
                + " (select hash(source_ref) from performance where house = " + loading.houseNumber()
                + " and source_ref is not null)");
    }

    private void need() throws SQLException {
        sql.run("""
                create or replace temp table need as
                select max(line) as line, 'performance' as kind from stage where bits = 0 group by perf_h
                union all
                select min(line), 'label' from stage where bits = 0 and tariff_h is not null group by tariff_h
                union all
                select min(line), 'label' from stage where bits = 0 and zone_h is not null group by zone_h
                union all
                select min(line), 'label' from stage where bits = 0 and channel_h is not null group by channel_h
                union all
                select line, 'bad' from stage where bits > 0
                """ + (namesBuyers() ? buyersNeeded() : ""));
    }

    /** Of each buyer the row of the latest movement, the last one where several are of one second. */
    private String buyersNeeded() {
        return """
                union all
                select max(coalesce(epoch_us(sold), 0) // 1000000 * %1$d + line) & %2$d, 'buyer'
                from stage where bits = 0 group by person_h
                """.formatted(LINES, LINES - 1);
    }
}
