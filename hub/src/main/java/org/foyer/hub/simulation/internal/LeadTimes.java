package org.foyer.hub.simulation.internal;

/** How many days before a night single buyers buy: a rush when sale begins, then a quiet time, then the last weeks. */
final class LeadTimes {

    private static final int SEVEN_WEEKS = 49;
    private static final int LAST_WEEK = 7;
    private static final double RUSH_DAYS = 6;

    private final Habits habits;

    LeadTimes(Habits habits) {
        this.habits = habits;
    }

    int draw(Night night, Dice dice) {
        int longest = (int) Math.max(0, (night.start() - night.opens()) / Night.DAY);
        double at = dice.unit();
        if (at < habits.opening()) {
            return Math.max(0, longest - (int) dice.exponential(RUSH_DAYS));
        }
        if (at < habits.opening() + habits.early() && longest > SEVEN_WEEKS) {
            double near = dice.unit();
            return SEVEN_WEEKS + 1 + (int) (near * near * (longest - SEVEN_WEEKS));
        }
        if (at < 1 - habits.late()) {
            double near = dice.unit();
            int widest = Math.min(SEVEN_WEEKS, Math.max(LAST_WEEK + 1, longest));
            return LAST_WEEK + 1 + (int) (near * Math.sqrt(near) * (widest - LAST_WEEK));
        }
        double near = dice.unit();
        return (int) (near * near * (LAST_WEEK + 1));
    }
}
