package org.foyer.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Who an attacker thinks may buy: the true buyers, which is the worst case, and a million addresses made of likely parts. */
final class LikelyPeople {

    private static final int GUESSES = 1_000_000;
    private static final Pattern EMAIL = Pattern.compile("[\\w.+-]+@[\\w-]+(\\.[\\w-]+)+");
    private static final List<String> DIGESTS = List.of("MD5", "SHA-1", "SHA-256", "SHA-512");
    private static final List<String> DOMAINS =
            List.of("gmail.com", "orange.fr", "free.fr", "hotmail.fr", "laposte.net", "poste.example", "mail.example");

    private final Set<String> emails;
    private final Set<String> names;

    private LikelyPeople(Set<String> emails, Set<String> names) {
        this.emails = emails;
        this.names = names;
    }

    /** The people in the exports of a house: text alone, the simulator writes one table per file with a head. */
    static LikelyPeople in(Path house) throws IOException {
        Set<String> emails = new LinkedHashSet<>();
        Set<String> names = new LinkedHashSet<>();
        try (Stream<Path> files = Files.list(house)) {
            for (Path file :
                    files.filter(path -> !path.toString().endsWith(".xlsx")).toList()) {
                String text = text(file);
                Matcher email = EMAIL.matcher(text);
                while (email.find()) {
                    emails.add(email.group().toLowerCase(Locale.ROOT));
                }
                names(text, names);
            }
        }
        return new LikelyPeople(emails, names);
    }

    private static String text(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text.indexOf('\ufffd') < 0 ? text : new String(bytes, Charset.forName("windows-1252"));
    }

    private static void names(String table, Set<String> names) {
        List<String> lines = table.lines().toList();
        String mark = lines.isEmpty() ? "" : lines.get(0).contains("\t") ? "\t" : ";";
        List<String> head = lines.isEmpty() ? List.of() : List.of(lines.get(0).split(mark, -1));
        int last = head.indexOf("Nom");
        int first = head.indexOf("Prénom");
        if (last >= 0 && first >= 0) {
            for (String line : lines.subList(1, lines.size())) {
                String[] cells = line.split(mark, -1);
                if (cells.length == head.size() && !cells[first].isBlank() && !cells[last].isBlank()) {
                    names.add((cells[first] + " " + cells[last]).toLowerCase(Locale.ROOT));
                    names.add((cells[last] + " " + cells[first]).toLowerCase(Locale.ROOT));
                }
            }
        }
    }

    Set<String> emails() {
        return emails;
    }

    /** First and last name in either order, in lower case. */
    Set<String> names() {
        return names;
    }

    /** These without whom others know anyway. */
    LikelyPeople without(LikelyPeople known) {
        Set<String> emailsLeft = new LinkedHashSet<>(emails);
        emailsLeft.removeAll(known.emails);
        Set<String> namesLeft = new LinkedHashSet<>(names);
        namesLeft.removeAll(known.names);
        return new LikelyPeople(emailsLeft, namesLeft);
    }

    /** Addresses to try: these, then others until there are a million. */
    List<String> dictionary() {
        List<String> guesses = new ArrayList<>(emails);
        List<String> parts = names.stream().map(name -> name.replace(" ", ".")).toList();
        for (int number = 0; guesses.size() < GUESSES; number++) {
            String part = parts.get(number % parts.size());
            int round = number / parts.size();
            String domain = DOMAINS.get(round % DOMAINS.size());
            guesses.add(part + (round < DOMAINS.size() ? "" : Integer.toString(round)) + "@" + domain);
        }
        return guesses;
    }

    /**
     * Every guess under every usual digest, plain and with what is publicly known of a node put before it, looked for among what left.
     *
     * @return guesses that were found
     */
    static Set<String> foundAmong(Set<Long> left, List<String> guesses, List<String> known) {
        Set<String> found = new HashSet<>();
        List<String> salts = new ArrayList<>(known);
        salts.add("");
        for (String digest : DIGESTS) {
            Consumer<String> one = looking(digest, salts, left, found);
            guesses.forEach(one);
        }
        return found;
    }

    private static Consumer<String> looking(String digest, List<String> salts, Set<Long> left, Set<String> found) {
        try {
            MessageDigest made = MessageDigest.getInstance(digest);
            return guess -> {
                for (String salt : salts) {
                    byte[] bytes = made.digest((salt + guess).getBytes(StandardCharsets.UTF_8));
                    long eight = Haul.first(bytes);
                    if (left.contains(eight) || left.contains(eight >>> 16) || left.contains(eight & -65536L)) {
                        found.add(guess);
                    }
                }
            };
        } catch (NoSuchAlgorithmException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
