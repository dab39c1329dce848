package org.foyer.hub.governance;

/**
 * Votes, counted. Weights are whole numbers in a unit that one ballot makes for itself; only their shares mean anything.
 *
 * @param whole weight of all counted seats
 * @param yes and
 * @param no and
 * @param abstain weights of those who voted so
 * @param seats counted
 * @param voted of them
 */
public record Tally(
        long whole, long yes, long no, long abstain, int seats, int voted, boolean quorate, boolean carried) {

    /** What comes of it when nobody votes any more. */
    public Proposal.Outcome outcome() {
        if (!quorate) {
            return Proposal.Outcome.NO_QUORUM;
        }
        return carried ? Proposal.Outcome.ADOPTED : Proposal.Outcome.REJECTED;
    }

    /** Weight in parts of a hundred of the whole, from 0 to 100. */
    public double percent(long weight) {
        return whole == 0 ? 0 : 100.0 * weight / whole;
    }
}
