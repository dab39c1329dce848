package org.foyer.bench;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;

/**
 * Writes a table of imagined buyers of many houses, with what happens to such tables: several accounts of one person, slips, people who
 * moved or changed their e-mail, families at one address with one telephone, namesakes, empty cells. The person stands in the id.
 */
final class BuyerTable {

    /** Accounts for each person, about. */
    private static final double ACCOUNTS = 1.43;

    private static final String[] MAIL = {"courriel", "messagerie", "boite", "poste", "lettre", "pli"};

    private final SplittableRandom random = new SplittableRandom(20261124);
    private final Map<String, List<String>> words = words();

    /** Writes about that many records in an order of their own. */
    void write(Path file, int records) throws IOException {
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            writer.write("id;prenom;nom;naissance;email;telephone;adresse;code_postal;commune\n");
            Person before = null;
            int written = 0;
            for (int person = 0; written < records; person++) {
                Person one = new Person(before != null && random.nextDouble() < 0.4 ? before : null);
                before = one;
                int accounts = 1;
                while (random.nextDouble() < 1 - 1 / ACCOUNTS && accounts < 8) {
                    accounts++;
                }
                for (int account = 0; account < accounts; account++) {
                    int scattered = Integer.reverse(written * 0x9E3779B1);
                    writer.write("%08x-%d;".formatted(scattered, person) + one.account(account) + "\n");
                    written++;
                }
            }
        }
    }

    /** The person in an id. */
    static int person(String id) {
        return Integer.parseInt(id.substring(id.indexOf('-') + 1));
    }

    private boolean chance(double share) {
        return random.nextDouble() < share;
    }

    private String of(String section) {
        List<String> list = Objects.requireNonNull(words.get(section), section);
        double draw = random.nextDouble();
        return list.get((int) (draw * Math.sqrt(draw) * list.size()));
    }

    private final class Person {

        private final boolean woman = chance(0.6);
        private final String first = of(woman ? "first-women" : "first-men");
        private final String last;
        private final String born = "%02d/%02d/%d"
                .formatted(
                        1 + random.nextInt(28), 1 + random.nextInt(12), 1936 + random.nextInt(36) + random.nextInt(36));
        private final long number = random.nextLong(60_466_176L);
        private String street;
        private int town;
        private String landline;
        private final String mobile = "0" + (6 + random.nextInt(2)) + "%08d".formatted(random.nextInt(100_000_000));

        private Person(@org.jspecify.annotations.Nullable Person relative) {
            last = relative != null && chance(0.8) ? relative.last : surname();
            street = relative == null ? street() : relative.street;
            town = relative == null ? random.nextInt(6000) : relative.town;
            landline = relative == null ? "04%08d".formatted(random.nextInt(100_000_000)) : relative.landline;
        }

        private String surname() {
            if (chance(0.4)) {
                return of("last");
            }
            String joined = of("last-stems") + of("last-endings");
            return chance(0.05) ? joined + "-" + of("last") : joined;
        }

        private String street() {
            return 1 + random.nextInt(120) + " " + of("streets");
        }

        private String account(int account) {
            if (account > 0 && chance(0.15)) {
                street = street();
                town = random.nextInt(6000);
            }
            String firstName = first;
            String lastName = last;
            double slip = random.nextDouble();
            if (slip < 0.04) {
                lastName = typo(last);
            } else if (slip < 0.06) {
                firstName = typo(first);
            } else if (slip < 0.09) {
                lastName = last.toUpperCase(Locale.FRENCH);
            } else if (slip < 0.11) {
                firstName = Normalizer.normalize(first, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
            } else if (slip < 0.12) {
                firstName = first.charAt(0) + ".";
            } else if (slip < 0.13) {
                firstName = last;
                lastName = first;
            }
            String phone = chance(0.3) ? "" : chance(0.3) ? landline : mobile;
            return String.join(
                    ";",
                    firstName,
                    lastName,
                    chance(0.6) ? "" : born,
                    chance(0.12) ? "" : email(account),
                    phone,
                    chance(0.1) ? "" : chance(0.04) ? typo(street) : street,
                    "%05d".formatted(1000 + town * 15),
                    "Ville-" + Integer.toString(town * 7919 % 6007, 26));
        }

        private String email(int account) {
            String name = Normalizer.normalize(first + "." + last, Normalizer.Form.NFD)
                    .replaceAll("[^A-Za-z.]", "")
                    .toLowerCase(Locale.ROOT);
            boolean other = account > 0 && chance(0.15);
            String mail = name + "." + Long.toString(other ? random.nextLong(60_466_176L) : number, 36) + "@"
                    + MAIL[(int) (number % MAIL.length)] + ".example";
            return chance(0.01) ? typo(mail) : mail;
        }

        private String typo(String text) {
            int at = 1 + random.nextInt(Math.max(1, text.length() - 2));
            if (at + 1 >= text.length()) {
                return text;
            }
            return switch (random.nextInt(3)) {
                case 0 -> text.substring(0, at) + text.substring(at + 1);
                case 1 -> text.substring(0, at) + text.charAt(at + 1) + text.charAt(at) + text.substring(at + 2);
                default -> text.substring(0, at) + (char) ('a' + random.nextInt(26)) + text.substring(at + 1);
            };
        }
    }

    private static Map<String, List<String>> words() {
        Map<String, List<String>> words = new HashMap<>();
        String[] section = {""};
        new BufferedReader(new InputStreamReader(
                        Objects.requireNonNull(BuyerTable.class.getResourceAsStream("/simulation/words.txt")),
                        StandardCharsets.UTF_8))
                .lines()
                .forEach(line -> {
                    if (line.startsWith("[")) {
                        section[0] = line.substring(1, line.length() - 1);
                    } else if (!line.isBlank() && !line.startsWith("#")) {
                        words.put(section[0], List.of(line.split("\\|")));
                    }
                });
        return words;
    }
}
