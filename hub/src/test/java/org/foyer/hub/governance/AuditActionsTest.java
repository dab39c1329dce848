package org.foyer.hub.governance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every action that the program writes into an audit is either told to a house as something that left it, or named here as one by which
 * nothing does: a new one is decided on before it is written.
 */
class AuditActionsTest {

    /**
     * Nothing leaves the house by these: what its own people see and change, what goes to the person it is about, what is public anyway,
     * what it is promised or asked, and what comes in.
     */
    private static final Set<String> STAYING = Set.of(
            "account-added",
            "account-disabled",
            "agenda-connected",
            "agenda-forgotten",
            "agenda-withdrawn",
            "agreement-asked",
            "agreement-drawn",
            "agreement-ended",
            "agreement-signed",
            "agreement-withdrawn",
            "answers-forgotten",
            "cast-changed",
            "command-run",
            "compare",
            "conflict-declared",
            "consent-file",
            "consent-file-undone",
            "consent-given",
            "consent-objected",
            "consent-receipt",
            "consent-withdrawn",
            "conversation-said",
            "counting-allowed",
            "counting-objected",
            "doubles-joined",
            "doubles-told-apart",
            "due-forgotten",
            "figures-seen",
            "house-added",
            "house-identifiers-said",
            "join",
            "key-destroyed",
            "leave",
            "licence-said",
            "link-made",
            "network-accept",
            "network-decline",
            "network-founded",
            "network-invitation",
            "network-invited",
            "network-leave",
            "network-left",
            "observer-added",
            "overlap",
            "overlap-named",
            "overlap-unnamed",
            "participant-key-added",
            "participant-key-dropped",
            "participant-named",
            "participant-revoked",
            "password-changed",
            "people-decided",
            "people-forgotten",
            "people-searched",
            "people-seen",
            "person-corrected",
            "person-shown",
            "product-published",
            "product-withdrawn",
            "programme-offered",
            "programme-offered-no-longer",
            "proposal-ended",
            "proposal-opened",
            "proposal-sent",
            "proposal-taken-back",
            "proposal-voted",
            "reach-heard",
            "reach-named",
            "reach-unnamed",
            "reach-withdrawn",
            "role-set",
            "segment-changed",
            "segment-deleted",
            "segment-saved",
            "show-ask",
            "show-decline",
            "show-grant",
            "show-published",
            "show-stop",
            "show-withdraw",
            "signing-key-made",
            "source-added",
            "source-removed",
            "source-taken",
            "study",
            "survey-ended",
            "survey-made",
            "survey-paper",
            "survey-tablet",
            "survey-undone",
            "terms-set",
            "token-made",
            "token-revoked",
            "transfer-asked",
            "waiting-forgotten",
            "warehouse-rebuilt",
            "words-said");

    /** What follows, where an action is put together. */
    private static final Map<String, List<String>> ENDINGS = Map.of(
            "consent-",
                    Stream.of(Consents.Said.values()).map(Consents.Said::key).toList(),
            "show-", Stream.of(ShowGrant.Step.values()).map(ShowGrant.Step::key).toList(),
            "network-", List.of(NetworkGuests.ACCEPT, NetworkGuests.DECLINE, NetworkGuests.LEAVE));

    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern CALL = Pattern.compile("\\baudit(?:\\(\\))?\\s*\\.(write|append)\\(");
    private static final Pattern LITERAL = Pattern.compile("\"([^\"]*)\"");

    @Test
    void everyActionIsToldAsLeavingOrKnownToStay() throws IOException {
        Set<String> classified = new TreeSet<>(STAYING);
        assertThat(Audit.LEAVING).doesNotHaveDuplicates().doesNotContainAnyElementsOf(STAYING);
        classified.addAll(Audit.LEAVING);
        assertThat(written()).isEqualTo(classified);
    }

    @Test
    void everyActionHasItsWords() throws IOException {
        for (String language : List.of("en", "fr")) {
            Properties words = new Properties();
            try (Reader in =
                    Files.newBufferedReader(Path.of("src/main/resources/messages/pages_" + language + ".properties"))) {
                words.load(in);
            }
            assertThat(written())
                    .allSatisfy(action -> assertThat(words.getProperty("did_" + action.replace('-', '_')))
                            .as(language + " " + action)
                            .isNotBlank());
        }
    }

    /** As the code says, from the call of the audit back to where the word is written. */
    private static Set<String> written() throws IOException {
        Set<String> found = new TreeSet<>();
        for (Path file : sources()) {
            String text = Files.readString(file);
            Matcher call = CALL.matcher(text);
            while (call.find()) {
                String action = arguments(text, call.end()).get(call.group(1).equals("write") ? 2 : 3);
                Set<String> words = literals(action);
                if (words.isEmpty()) {
                    words = named(text, action);
                }
                assertThat(words)
                        .as("what %s writes as %s", file, action)
                        .isNotEmpty()
                        .noneMatch(String::isBlank);
                words.forEach(word -> found.addAll(whole(word)));
            }
        }
        return found;
    }

    private static List<String> whole(String word) {
        return word.endsWith("-")
                ? ENDINGS.getOrDefault(word, List.of("?")).stream()
                        .map(word::concat)
                        .toList()
                : List.of(word);
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    /** What a constant or variable is set to, or what a method that passes its parameter on is called with. */
    private static Set<String> named(String text, String action) throws IOException {
        String name = action;
        String where = text;
        int dot = action.lastIndexOf('.');
        if (dot > 0) {
            name = action.substring(dot + 1);
            String file = action.substring(0, dot) + ".java";
            where = Files.readString(sources().stream()
                    .filter(one -> one.endsWith(file))
                    .findFirst()
                    .orElseThrow());
        }
        Set<String> words = new TreeSet<>();
        Matcher set = Pattern.compile("\\b" + name + "\\s*=(?!=)([^;]*);").matcher(where);
        while (set.find()) {
            words.addAll(literals(set.group(1)));
        }
        Matcher passing = Pattern.compile("\\bvoid (\\w+)\\(([^()]*\\bString " + name + "\\b[^()]*)\\)")
                .matcher(where);
        while (passing.find()) {
            List<String> parameters = Arrays.asList(passing.group(2).split(","));
            int place = Stream.iterate(0, i -> i + 1)
                    .filter(i -> parameters.get(i).endsWith(" " + action))
                    .findFirst()
                    .orElseThrow();
            Matcher called =
                    Pattern.compile("(?<!void )\\b" + passing.group(1) + "\\(").matcher(where);
            while (called.find()) {
                List<String> said = arguments(where, called.end());
                words.addAll(said.size() == parameters.size() ? literals(said.get(place)) : Set.of());
            }
        }
        return words;
    }

    private static Set<String> literals(String expression) {
        Set<String> words = new TreeSet<>();
        LITERAL.matcher(expression).results().forEach(word -> words.add(word.group(1)));
        return words;
    }

    /** Of a call, from behind its opening bracket. */
    private static List<String> arguments(String text, int from) {
        List<String> arguments = new ArrayList<>();
        int depth = 1;
        int start = from;
        boolean quoted = false;
        for (int at = from; depth > 0; at++) {
            char sign = text.charAt(at);
            quoted ^= sign == '"' && text.charAt(at - 1) != '\\';
            if (quoted) {
                continue;
            }
            depth += sign == '(' || sign == '{' ? 1 : sign == ')' || sign == '}' ? -1 : 0;
            if (depth == 0 || depth == 1 && sign == ',') {
                arguments.add(text.substring(start, at).strip());
                start = at + 1;
            }
        }
        return arguments;
    }
}
