package org.foyer.hub.linking.internal.text;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Postcodes, towns and addresses in one form. */
public final class Places {

    private static final Pattern BRITISH = Pattern.compile("([A-Z]{1,2}\\d[A-Z\\d]?)(\\d)[A-Z]{2}");
    private static final Pattern COUNTRY_PREFIX = Pattern.compile("^(?:F|D|B|CH|NL|L|A)-(?=\\d)");

    private final Map<String, String> streetWords = new HashMap<>();

    public Places() {
        WordList.read("street-words")
                .forEach((word, written) -> written.forEach(variant -> streetWords.put(variant, word)));
    }

    /** Letters and digits in capitals without spaces or country mark. */
    public static String postcode(String text) {
        String code =
                COUNTRY_PREFIX.matcher(text.strip().toUpperCase(Locale.ROOT)).replaceFirst("");
        return Plain.joined(code).toUpperCase(Locale.ROOT);
    }

    /** The part of a postcode shared by a quarter, a district or a region. @param step 1 (quarter) to 3 (region); empty if none */
    public static String postcodePart(String code, int step) {
        if (!code.isEmpty() && Character.isLetter(code.charAt(0))) {
            Matcher british = BRITISH.matcher(code);
            if (british.matches()) {
                String outward = british.group(1);
                return switch (step) {
                    case 1 -> outward + british.group(2);
                    case 2 -> outward;
                    default -> outward.replaceAll("\\d.*", "");
                };
            }
        }
        int letters = Math.max(1, code.length() - 1 - step);
        return code.length() < 3 ? "" : code.substring(0, Math.min(letters, code.length()));
    }

    /** An address with its usual words in one spelling, for instance {@code 12 r. St-Jean → 12 rue saint jean}. */
    public String address(String text) {
        StringBuilder address = new StringBuilder();
        for (String word : Plain.words(text).split(" ")) {
            address.append(address.isEmpty() ? "" : " ").append(streetWords.getOrDefault(word, word));
        }
        return address.toString();
    }
}
