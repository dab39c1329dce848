package org.foyer.hub.insight.internal.customers;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.foyer.hub.insight.CustomerFileRefused;
import org.foyer.hub.insight.CustomerFit;
import org.foyer.hub.insight.CustomerFit.HoldOut;
import org.foyer.hub.insight.CustomerHistory;
import org.foyer.hub.insight.CustomerModelKind;
import org.foyer.hub.insight.CustomerOrder;
import org.jspecify.annotations.Nullable;

/** Reads a file, finds the parameters, scores the customers and judges the model by what came later. */
public final class Fitting {

    private final CustomerOrder order;
    private final CustomerModel model;
    private final CustomerFile file;

    private Fitting(CustomerOrder order, CustomerFile file) {
        this.order = order;
        this.file = file;
        this.model = CustomerModel.of(order.kind());
    }

    public static CustomerFit fit(CustomerOrder order) {
        try (CustomerFile file = CustomerFile.open(order.file(), order.kind())) {
            return new Fitting(order, file).fit();
        } catch (SQLException e) {
            throw new IllegalStateException("the engine refused a file of customers", e);
        }
    }

    private CustomerFit fit() throws SQLException {
        file.summarise();
        List<CustomerHistory> pasts = file.pasts();
        Maximum.Found found = found(pasts);
        Double ahead = order.ahead();
        score(found, pasts, ahead == null ? 0 : ahead);
        List<@Nullable Double> sums = file.sums(
                "sum(c.customers), sum(c.customers) filter (where c.repeats > 0), sum(c.customers * s.expected),"
                        + " corr(c.repeats, c.value) filter (where c.repeats > 0 and c.value > 0)");
        if (order.scores() != null) {
            file.writeScores(order.scores());
        }
        boolean values = order.kind() == CustomerModelKind.GAMMA_GAMMA;
        return new CustomerFit(
                order.kind().key(),
                whole(sums.get(0)),
                whole(sums.get(1)),
                named(order.kind(), found),
                found.logLikelihood(),
                ahead,
                values || ahead == null ? null : sums.get(2),
                sums.get(3),
                holdOut(found, pasts, ahead),
                found.atTheEdge() ? List.of("model-parameter-at-edge") : List.of());
    }

    private Maximum.Found found(List<CustomerHistory> pasts) {
        if (pasts.stream().noneMatch(past -> past.repeats() > 0)) {
            throw new CustomerFileRefused("model-nobody-returned");
        }
        return Maximum.of(model, pasts);
    }

    /** The parameters by name, in the order in which they are printed. */
    static Map<String, Double> named(CustomerModelKind kind, Maximum.Found found) {
        Map<String, Double> parameters = new LinkedHashMap<>();
        for (int place = 0; place < found.parameters().length; place++) {
            parameters.put(kind.parameters().get(place), found.parameters()[place]);
        }
        return parameters;
    }

    private void score(Maximum.Found found, List<CustomerHistory> pasts, double ahead) throws SQLException {
        file.score(pasts, new CustomerFile.Scores() {
            @Override
            public double expected(CustomerHistory past) {
                return model.expected(found.parameters(), past, ahead);
            }

            @Override
            public double alive(CustomerHistory past) {
                return model.alive(found.parameters(), past);
            }
        });
    }

    /** With visits, by a fit to the first two thirds of the time; with a column of later visits, by that and the time ahead. */
    private @Nullable HoldOut holdOut(Maximum.Found found, List<CustomerHistory> pasts, @Nullable Double ahead)
            throws SQLException {
        if (!file.hasLater()) {
            return null;
        }
        if (file.visits()) {
            double length = file.summariseEarlier();
            List<CustomerHistory> earlier = file.pasts();
            if (length <= 0 || earlier.stream().noneMatch(past -> past.repeats() > 0)) {
                return null;
            }
            score(Maximum.of(model, earlier), earlier, length);
            return judged(length);
        }
        if (ahead == null || order.kind() == CustomerModelKind.GAMMA_GAMMA) {
            return null;
        }
        score(found, pasts, ahead);
        return judged(ahead);
    }

    /** The naive rule for customers without visits of their own in the file is their rate so far. */
    private @Nullable HoldOut judged(double length) throws SQLException {
        List<String> select = new ArrayList<>();
        if (order.kind() == CustomerModelKind.GAMMA_GAMMA) {
            select.add("count(later_value), sum(s.expected) filter (where later_value is not null), sum(later_value),"
                    + " avg(abs(s.expected - later_value)), avg(abs(c.value - later_value))");
        } else {
            select.add("sum(customers), sum(customers * s.expected), sum(customers * later),"
                    + " sum(customers * abs(s.expected - later)) / sum(customers),"
                    + " sum(customers * abs(coalesce(before, case when c.length > 0 then c.repeats / c.length * "
                    + length + " else 0 end) - later)) / sum(customers)");
        }
        List<@Nullable Double> sums = file.sums(String.join(", ", select));
        if (sums.get(3) == null) {
            return null;
        }
        return new HoldOut(
                length, whole(sums.get(0)), real(sums.get(1)), real(sums.get(2)), real(sums.get(3)), real(sums.get(4)));
    }

    private static long whole(@Nullable Double sum) {
        return sum == null ? 0 : Math.round(sum);
    }

    private static double real(@Nullable Double sum) {
        return sum == null ? 0 : sum;
    }
}
