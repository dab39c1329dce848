package org.foyer.hub.governance.internal.abroad;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.foyer.hub.governance.Agreement;
import org.foyer.hub.governance.Agreement.Standing;
import org.foyer.hub.governance.Gate;
import org.foyer.hub.governance.SharedUse;
import org.foyer.hub.governance.StudyGate;
import org.foyer.hub.governance.internal.abroad.Withdrawals.Withdrawal;
import org.foyer.hub.model.HouseId;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/**
 * Answers to free questions, and parts of them, in which a house was that withdrew since. Of this node's own the line stays without numbers: it
 * is its spending, which never comes back, and the same question is not counted a second time in its period.
 */
record ForgottenStudies(Handle handle, LocalDate today, Withdrawals withdrawals, TakenBack taken) {

    void forget() {
        places("select distinct universe from study_part where part <> ''").forEach(this::parts);
        places("select distinct universe from study_answer where answer <> '' and purpose = '" + Gate.STUDY + "'")
                .forEach(this::answers);
        places("select distinct universe from study_heard").forEach(this::heard);
        observed();
    }

    private List<String> places(String asked) {
        return handle.createQuery(asked).mapTo(String.class).list();
    }

    /** After the houses that can be added up stands the agreement by which they were; nothing of those without one. */
    private List<Withdrawal> withdrew(String universe) {
        int blank = universe.indexOf(' ');
        return blank < 0 ? List.of() : withdrawals.of(universe.substring(blank + 1));
    }

    private List<Withdrawal> here(String universe) {
        return withdrew(universe).stream().filter(one -> one.node().isEmpty()).toList();
    }

    private void parts(String universe) {
        here(universe).forEach(one -> counted(one, handle.createUpdate("""
                        update study_part set part = ''
                        where universe = :universe and part <> '' and asked_at <= :at
                        """).bind("universe", universe)));
    }

    private void answers(String universe) {
        here(universe)
                .forEach(one -> counted(
                        one,
                        handle.createUpdate("""
                        update study_answer set answer = ''
                        where purpose = :purpose and universe = :universe and answer <> '' and asked_at <= :at
                        """).bind("purpose", Gate.STUDY).bind("universe", universe)));
    }

    private void heard(String universe) {
        withdrew(universe).stream()
                .filter(one -> !one.node().isEmpty())
                .forEach(one -> counted(
                        one, handle.createUpdate("""
                                delete from study_heard
                                where universe = :universe and node = :node and heard_at <= :at
                                """).bind("universe", universe).bind("node", one.node())));
    }

    private void counted(Withdrawal leaver, Update update) {
        taken.add(
                leaver, null, TakenBack.ANSWERS, update.bind("at", leaver.at()).execute());
    }

    private record Observed(HouseId house, String world, String currency) {}

    /** Each house is in these by an agreement of its own. */
    private void observed() {
        if (places("select distinct universe from study_answer where answer <> '' and purpose = '" + StudyGate.OBSERVERS
                        + "'")
                .isEmpty()) {
            return;
        }
        Map<Long, Agreement> read = new HashMap<>();
        handle.createQuery("""
                        select distinct h.id, h.simulated, h.currency from house h
                        join participation p on p.house = h.id where p.purpose = :purpose order by h.id
                        """)
                .bind("purpose", StudyGate.OBSERVERS)
                .map((row, context) -> new Observed(
                        new HouseId(row.getInt("id")),
                        row.getInt("simulated") == 0 ? "real" : "simulated",
                        row.getString("currency")))
                .list()
                .forEach(one -> {
                    Withdrawal leaver = fromObservers(one.house(), read);
                    if (leaver != null) {
                        counted(
                                leaver,
                                handle.createUpdate("""
                                        update study_answer set answer = ''
                                        where purpose = :purpose and answer <> '' and asked_at <= :at
                                          and universe in (:world, :amounts)
                                        """)
                                        .bind("purpose", StudyGate.OBSERVERS)
                                        .bind("world", one.world())
                                        .bind("amounts", one.world() + ":" + one.currency()));
                    }
                });
    }

    private @Nullable Withdrawal fromObservers(HouseId house, Map<Long, Agreement> read) {
        SharedUse use = SharedUse.ANSWERS_TO_OBSERVERS;
        List<Held> all = Held.of(handle, today, house, use.template(), read).stream()
                .filter(one -> one.version().terms().data().stream()
                        .anyMatch(data -> data.id().equals(use.data())))
                .toList();
        boolean covered = all.stream()
                .filter(one -> one.standing() == null)
                .anyMatch(one -> RegisterAgreedUses.among(one, use, today).isPresent());
        Optional<Held> left = all.stream()
                .filter(one ->
                        one.own().standing() == Standing.WITHDRAWN && one.own().jws() != null)
                .findFirst();
        return covered ? null : left.map(one -> withdrawals.of(one, one.own())).orElse(null);
    }
}
