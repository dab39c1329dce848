package org.foyer.hub.governance.internal;

import java.util.ArrayList;
import java.util.List;
import org.foyer.hub.governance.ProtectionSheet.Deletion;
import org.foyer.hub.governance.ProtectionSheet.Point;
import org.foyer.hub.governance.ProtectionSheet.State;
import org.foyer.hub.governance.ProtectionSheet.Statement;
import org.foyer.hub.governance.Safeguards;
import org.foyer.hub.governance.SmallGroups;
import org.foyer.hub.governance.Surroundings;
import org.jspecify.annotations.Nullable;

/** What a data protection officer must see before saying yes, each point told from what is, not from what is meant to be. */
final class FifteenPoints {

    /** Found, consent, objection, erased. */
    private static final int RIGHTS = 4;

    private final ProtectionFacts facts;
    private final Safeguards safe;
    private final List<Point> points = new ArrayList<>();

    private FifteenPoints(ProtectionFacts facts) {
        this.facts = facts;
        this.safe = facts.safeguards();
    }

    static List<Point> of(ProtectionFacts facts) {
        FifteenPoints points = new FifteenPoints(facts);
        points.whoDecides();
        points.point(State.HELD, say("purposes-told", (long) facts.purposes().size()), say("bases-proposed"));
        points.point(
                State.HELD, say("never-leave", (long) facts.personalColumns().size()), say("facts-carry-keys"));
        points.whatOthersSee();
        points.key();
        points.retention();
        points.point(State.HELD, say("record-below"));
        points.rights();
        points.point(State.PARTLY, say("log-lines", facts.log().lines()), say("log-exported"), say("log-not-reading"));
        points.recipients();
        points.leaving();
        points.breach();
        points.decisions();
        points.security();
        points.agreement();
        return List.copyOf(points.points);
    }

    private static Statement say(String code, Object... arguments) {
        return Statement.of(code, arguments);
    }

    private void point(State state, Statement... says) {
        point(state, List.of(says));
    }

    private void point(State state, List<Statement> says) {
        points.add(new Point(points.size() + 1, state, List.copyOf(says)));
    }

    private void whoDecides() {
        String controller = facts.terms().controller();
        Statement joint = facts.joined() == null ? say("not-joint") : say("joint", facts.partners(), facts.joined());
        boolean open = facts.joined() != null && !safe.agreementSigned();
        point(
                controller == null ? State.ASKED : open ? State.PARTLY : State.HELD,
                controller == null ? say("controller-missing") : say("controller", controller),
                say("node-processor", facts.operators()),
                joint);
    }

    private void whatOthersSee() {
        point(
                State.HELD,
                say("output-audience", (long) SmallGroups.PEOPLE_MIN),
                facts.joined() == null
                        ? say("output-no-comparison")
                        : say("output-comparison", facts.published(), CellRules.HOUSES_MIN - 1L),
                say("output-programme"));
    }

    private void key() {
        point(State.PARTLY, say(safe.contactsEncrypted() ? "key-of-house" : "key-of-node"), say("key-not-rotated"));
    }

    private void retention() {
        point(
                State.PARTLY,
                due(facts.deletion("contacts")),
                due(facts.deletion("quarantine")),
                say(safe.dueErased() ? "erased-when-due" : "not-erased-when-due"),
                say("archive-kept", facts.held().imports()));
    }

    private static Statement due(Deletion deletion) {
        String code = "due-" + deletion.rule();
        return deletion.next() == null
                ? say(code + "-last", deletion.due(), (long) deletion.months())
                : say(code, deletion.due(), (long) deletion.months(), deletion.next(), deletion.then());
    }

    private void rights() {
        long done = List.of(safe.personFound(), safe.consentKept(), safe.objectionKept(), safe.personErased()).stream()
                .filter(Boolean::booleanValue)
                .count();
        point(
                done == RIGHTS ? State.HELD : done == 0 ? State.NOT_DONE : State.PARTLY,
                say(safe.personFound() ? "person-found" : "person-not-found"),
                say("person-corrected"),
                say(safe.consentKept() ? "consent-kept" : "consent-not-kept"),
                say(safe.objectionKept() ? "objection-kept" : "objection-not-kept"),
                say(safe.personErased() ? "person-erased" : "person-not-erased"));
    }

    private void recipients() {
        String hosting = facts.terms().hosting();
        List<Statement> says = new ArrayList<>();
        says.add(hosting == null ? say("hosting-missing") : say("hosting", hosting));
        says.add(say("no-processor-of-foyer"));
        if (Boolean.TRUE.equals(facts.around().signInElsewhere())) {
            says.add(say("sign-in-elsewhere"));
        }
        says.add(say("transfers"));
        point(hosting == null ? State.ASKED : State.HELD, says);
    }

    private void leaving() {
        point(
                State.PARTLY,
                say(facts.joined() == null ? "leave-nothing-joined" : "leave-comparison"),
                say("leave-imports", facts.held().imports()),
                say("leave-not-whole"));
    }

    private void breach() {
        String contact = facts.terms().breachContact();
        point(
                contact == null ? State.ASKED : State.HELD,
                contact == null ? say("breach-missing") : say("breach-contact", contact),
                say("breach-delay"));
    }

    private void decisions() {
        point(
                safe.objectionKept() ? State.HELD : State.PARTLY,
                say("no-automatic-decision"),
                say("profiling", (long) SmallGroups.PEOPLE_MIN),
                say(safe.objectionKept() ? "objection-kept" : "objection-not-kept"));
    }

    private void security() {
        Surroundings around = facts.around();
        point(
                State.PARTLY,
                say("secrets"),
                known(around.thisMachineOnly(), "this-machine-only", "reached-from-elsewhere", "reach-unknown"),
                known(around.https(), "https", "no-https", "https-unknown"),
                known(around.requestsLogged(), "requests-logged", "requests-not-logged", "requests-log-unknown"),
                say(safe.contactsEncrypted() ? "contacts-encrypted" : "contacts-not-encrypted"),
                say("no-test-date"));
    }

    private static Statement known(@Nullable Boolean known, String yes, String no, String unknown) {
        return say(known == null ? unknown : known ? yes : no);
    }

    private void agreement() {
        Statement joined = facts.joined() == null ? say("nothing-signed") : say("signed-by-joining", facts.joined());
        point(
                safe.agreementSigned() ? State.HELD : State.NOT_DONE,
                joined,
                say(safe.agreementSigned() ? "agreement-versioned" : "agreement-not-versioned"));
    }
}
