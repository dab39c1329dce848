package org.foyer.hub.site.internal.protection;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.foyer.hub.governance.ProtectionSheet.Answer;
import org.foyer.hub.governance.ProtectionSheet.State;
import org.foyer.hub.governance.ProtectionSheet.Statement;
import org.foyer.hub.governance.ProtectionSheet.Use;
import org.foyer.hub.governance.Role;
import org.foyer.hub.site.internal.document.Document.Cell;
import org.foyer.hub.site.internal.pages.Language;
import org.jspecify.annotations.Nullable;

/** The words behind codes, states and rules, in one language. */
final class ProtectionWords {

    private final Language language;

    ProtectionWords(Language language) {
        this.language = language;
    }

    String say(String key, Object... arguments) {
        return language.say("dp_" + key, arguments);
    }

    /** A sentence with counts and days as the language writes them; it has two forms when its first argument is a count. */
    String sentence(Statement statement) {
        String key = "dp_" + statement.code().replace('-', '_');
        List<Object> given = statement.arguments();
        Object[] written = given.stream().map(this::written).toArray();
        if (language.knows(key)) {
            return language.say(key, written);
        }
        Object[] rest = new Object[written.length - 1];
        System.arraycopy(written, 1, rest, 0, rest.length);
        return language.count(key, (Long) given.get(0), rest);
    }

    private Object written(Object argument) {
        if (argument instanceof Long count) {
            return number(count);
        }
        return argument instanceof LocalDate day ? day(day) : argument;
    }

    String number(long count) {
        return language.formats().number(count);
    }

    String day(LocalDate day) {
        return language.formats().day(day);
    }

    String months(long months) {
        return language.count("dp_months", months);
    }

    /** How long and from when, for instance "36 months after the last order". */
    String kept(Use use) {
        String from = "kept_" + use.purpose().retention().from().replace('-', '_');
        return use.months() == null ? say(from) : say(from, months(use.months()));
    }

    String basis(Use use) {
        return say("basis_" + use.purpose().basis().letter());
    }

    String recipients(Use use) {
        return String.join(
                ", ",
                use.purpose().recipients().stream()
                        .map(one -> say("recipient_" + one))
                        .toList());
    }

    String role(Role role) {
        return language.say("role_name_" + role.name().toLowerCase(Locale.ROOT));
    }

    String sees(Role role) {
        return say("sees_" + role.name().toLowerCase(Locale.ROOT));
    }

    Cell state(State state) {
        String tone = switch (state) {
            case HELD -> "good";
            case PARTLY, ASKED -> "warn";
            case NOT_DONE -> "bad";
        };
        return new Cell(List.of(say("state_" + state.name().toLowerCase(Locale.ROOT))), tone);
    }

    Cell answer(Answer answer) {
        String tone = switch (answer) {
            case YES -> "bad";
            case NO -> "good";
            case TO_JUDGE -> "warn";
        };
        return new Cell(List.of(say("answer_" + answer.name().toLowerCase(Locale.ROOT))), tone);
    }

    /** What the house said, or that it has to. */
    String orMissing(@Nullable String text) {
        return text == null ? say("to_fill_in") : text;
    }
}
