package org.foyer.hub.insight.internal;

import java.time.LocalDate;
import java.util.List;
import org.foyer.hub.insight.SegmentBudget;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.store.Register;
import org.jdbi.v3.core.Handle;

/** Questions of the day, in the register, so that a restart brings no others. Those of other days are forgotten. */
public final class RegisterSegmentBudget implements SegmentBudget {

    private final Register register;
    private final int questions;

    /** @param questions of a house in a day */
    public RegisterSegmentBudget(Register register, int questions) {
        this.register = register;
        this.questions = questions;
    }

    @Override
    public void ask(HouseId house, String question, LocalDate today) {
        if (register.<Boolean>read(handle -> isAsked(handle, house, question, today))) {
            return;
        }
        boolean taken = register.write(
                handle -> isAsked(handle, house, question, today) || add(handle, house, question, today));
        if (!taken) {
            throw new Spent(questions, today.plusDays(1));
        }
    }

    private static boolean isAsked(Handle handle, HouseId house, String question, LocalDate today) {
        return handle.createQuery("select count(*) from segment_question"
                                + " where house = :house and day = :day and question = :question")
                        .bind("house", house.value())
                        .bind("day", today.toString())
                        .bind("question", question)
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    private boolean add(Handle handle, HouseId house, String question, LocalDate today) {
        List<String> days = handle.createQuery("select day from segment_question where house = :house")
                .bind("house", house.value())
                .mapTo(String.class)
                .list();
        if (days.stream().filter(today.toString()::equals).count() >= questions) {
            return false;
        }
        handle.createUpdate("delete from segment_question where house = :house and day < :day")
                .bind("house", house.value())
                .bind("day", today.toString())
                .execute();
        handle.createUpdate("insert into segment_question (house, day, question) values (:house, :day, :question)")
                .bind("house", house.value())
                .bind("day", today.toString())
                .bind("question", question)
                .execute();
        return true;
    }
}
