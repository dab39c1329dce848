package org.foyer.hub.governance;

/**
 * What houses share by an agreement alone, as the profile of policies calls it. The purpose is that of the template, and bears its name.
 */
public enum SharedUse {
    /** How many buyers houses share and reach together, within a node and between two. */
    SHARED_BUYERS("overlap", "count-shared", "overlap", "overlap-agreement"),
    /** Who of those that came for the first time was at another house before. */
    NEWCOMERS("overlap", "count-shared", "newcomers", "overlap-agreement"),
    /** What buyers of one genre came to elsewhere. */
    CROSSINGS("overlap", "count-shared", "crossings", "overlap-agreement"),
    /** Sketches of pseudonyms, of which three nodes count many houses at once. */
    SKETCHES("overlap", "count-shared", "sketches", "reach-agreement"),
    /** Answers to free questions of houses. */
    ANSWERS("study", "aggregate", "answers", StudyGate.AGREEMENT),
    /** Answers to free questions of funders and researchers. */
    ANSWERS_TO_OBSERVERS("study", "aggregate", "answers-to-observers", StudyGate.AGREEMENT),
    /** Tables of the observatory. */
    TABLES("observatory", "tabulate", "tables", "observatory-agreement");

    private final String template;
    private final String action;
    private final String data;
    private final String refusal;

    SharedUse(String template, String action, String data, String refusal) {
        this.template = template;
        this.action = action;
        this.data = data;
        this.refusal = refusal;
    }

    /** Of agreements that may permit it; also its purpose. */
    public String template() {
        return template;
    }

    public String action() {
        return action;
    }

    public String data() {
        return data;
    }

    /** Code of why it is refused without such an agreement; its sentence says which one, and what to do. */
    public String refusal() {
        return refusal;
    }
}
