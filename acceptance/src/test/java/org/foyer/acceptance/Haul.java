package org.foyer.acceptance;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** All that an attacker gets to read of a node: every address that answers with GET, as whoever they can be. */
final class Haul {

    /** The list of addresses that the test of rights holds complete. */
    private static final Path ROUTES = Path.of("..", "hub", "src", "test", "resources", "site", "routes.csv");

    private static final int BYTES_MAX = 64 << 20;
    private static final int DIGEST_BYTES_MIN = 4;
    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}'’-]*");
    private static final Pattern EMAIL = Pattern.compile("[\\w.+-]+@[\\w-]+(\\.[\\w-]+)+");
    private static final Pattern HEXADECIMAL = Pattern.compile("[0-9a-fA-F]{8,}");
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/_-]{11,}={0,2}");
    private static final Pattern DIGITS = Pattern.compile("-?\\d{12,20}");
    private static final int SHORT = 8;

    private final List<String> texts = new ArrayList<>();
    private int asked;
    private long bytes;

    /** Asks for everything; what takes a value gets some that are there and some that may be. */
    void take(Api api, String house, String own) throws IOException, InterruptedException {
        for (String line : Files.readAllLines(ROUTES)) {
            String[] parts = line.split(",", 3);
            if (parts[0].equals("GET")) {
                for (String value : List.of("1", "2", "occupancy")) {
                    String path = parts[1].replace("{house}", house).replaceAll("\\{[^}]*}", value);
                    take(api.get(path));
                    if (!parts[1].replace("{house}", "").contains("{")) {
                        break;
                    }
                }
            }
        }
        if (house.equals(own)) {
            for (String path : List.of("comparison", "overlap", "leaving", "comparison/groups")) {
                take(api.get("/api/houses/" + house + "/" + path + "?season=" + SimulatedHouses.SEASON));
            }
        }
    }

    /** Keeps an answer, whatever its status: refusals can tell something too. */
    void take(Api.Answer answer) {
        asked++;
        take(answer.text());
    }

    /** Keeps any text that left. */
    void take(String text) {
        bytes += text.length();
        if (bytes > BYTES_MAX) {
            throw new AssertionError("more left than is looked at: " + bytes);
        }
        texts.add(text);
    }

    int asked() {
        return asked;
    }

    long bytes() {
        return bytes;
    }

    /** Addresses of e-mail in clear, in lower case. */
    Set<String> emails() {
        Set<String> found = new HashSet<>();
        texts.forEach(text -> {
            Matcher one = EMAIL.matcher(text);
            while (one.find()) {
                found.add(one.group().toLowerCase(Locale.ROOT));
            }
        });
        return found;
    }

    /** Each two words that follow one another, in lower case. */
    Set<String> pairsOfWords() {
        Set<String> pairs = new HashSet<>();
        texts.forEach(text -> {
            Matcher word = WORD.matcher(text);
            String before = "";
            while (word.find()) {
                String now = word.group().toLowerCase(Locale.ROOT);
                pairs.add(before + " " + now);
                before = now;
            }
        });
        return pairs;
    }

    /** The first eight bytes of whatever may be a digest: hexadecimal, base64 and long numbers. Shorter ones are filled up with zeros. */
    Set<Long> digests() {
        Set<Long> found = new HashSet<>();
        for (String text : texts) {
            Matcher hex = HEXADECIMAL.matcher(text);
            while (hex.find()) {
                String even = hex.group().substring(0, hex.group().length() / 2 * 2);
                found.add(first(HexFormat.of().parseHex(even)));
            }
            Matcher base = BASE64.matcher(text);
            while (base.find()) {
                decoded(base.group(), found);
            }
            Matcher number = DIGITS.matcher(text);
            while (number.find()) {
                number(number.group(), found);
            }
        }
        return found;
    }

    private static void number(String digits, Set<Long> found) {
        try {
            found.add(Long.parseLong(digits));
        } catch (NumberFormatException tooLong) {
            found.add(new BigInteger(digits).longValue());
        }
    }

    private static void decoded(String text, Set<Long> found) {
        String plain = text.replace("=", "").replace('-', '+').replace('_', '/');
        try {
            byte[] bytes = Base64.getDecoder().decode(plain.substring(0, plain.length() / 4 * 4));
            if (bytes.length >= DIGEST_BYTES_MIN) {
                found.add(first(bytes));
            }
        } catch (IllegalArgumentException none) {
            // a word that only looked like it
        }
    }

    /** Eight bytes as a number, big end first. */
    static long first(byte[] bytes) {
        long number = 0;
        for (int i = 0; i < SHORT; i++) {
            number = number << 8 | (i < bytes.length ? bytes[i] & 0xff : 0);
        }
        return number;
    }

    /** Whether any text holds these bytes. */
    boolean holds(String secret) {
        return texts.stream().anyMatch(text -> text.contains(secret))
                || texts.stream()
                        .anyMatch(text -> text.contains(
                                Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8))));
    }
}
