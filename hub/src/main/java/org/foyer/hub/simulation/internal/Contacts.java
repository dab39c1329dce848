package org.foyer.hub.simulation.internal;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/** What a tool wrote down about a person: the truth most of the time, with the slips of box offices in between. */
final class Contacts {

    private static final String[] MAIL = {"courriel.example", "messagerie.example", "boite.example", "poste.example"};
    private static final double WITHOUT_EMAIL = 0.12;
    private static final double HOUSEHOLD_EMAIL = 0.04;

    private final Population population;
    private final List<String> women;
    private final List<String> men;
    private final List<String> last;
    private final List<String> stems;
    private final List<String> endings;
    private final List<String> streets;
    private final List<String> organisations;

    Contacts(Population population, Words words) {
        this.population = population;
        this.women = words.of("first-women");
        this.men = words.of("first-men");
        this.last = words.of("last");
        this.stems = words.of("last-stems");
        this.endings = words.of("last-endings");
        this.streets = words.of("streets");
        this.organisations = words.of("organisations");
    }

    /**
     * @param person who it is
     * @param variant 0 for the first account of the person in the house, then 1, 2…
     * @param house index of the house whose tool it is
     * @param emailNeeded whether the tool takes no account without an e-mail of its own
     */
    Contact of(long person, int variant, int house, int home, int moves, boolean emailNeeded) {
        long slip = population.hash(person, 500 + house * 10L + variant);
        long household = Population.household(person);
        String lastName = lastName(person, household);
        String firstName = firstName(person);
        String email = "";
        double mailDraw = Dice.unit(Dice.mix(slip + 1));
        if (emailNeeded || mailDraw >= WITHOUT_EMAIL) {
            boolean shared = !emailNeeded && mailDraw > 1 - HOUSEHOLD_EMAIL;
            email = shared
                    ? email(household, firstName(household), lastName, 0)
                    : email(person, firstName, lastName, variant);
        }
        Place place = population.place(home);
        long homeHash = population.hash(household, 300 + moves);
        String street = 1 + (int) Math.floorMod(homeHash, 120L) + " "
                + streets.get((int) Math.floorMod(homeHash >>> 20, (long) streets.size()));
        String[] codes = place.postcodes();
        String postcode = codes[(int) Math.floorMod(homeHash >>> 40, (long) Math.min(2, codes.length))];
        boolean yearKnown = Dice.unit(Dice.mix(slip + 2)) < 0.4;
        Contact right = new Contact(
                lastName,
                firstName,
                email,
                street,
                postcode,
                place.name(),
                place.country(),
                yearKnown ? birthYear(person) : 0);
        return slipped(right, slip);
    }

    /** A school, a works council or another body that buys for many. */
    Contact organisation(long body, int home) {
        long hash = population.hash(body, 400);
        Place place = population.place(home);
        String street = 1 + (int) Math.floorMod(hash, 60L) + " "
                + streets.get((int) Math.floorMod(hash >>> 20, (long) streets.size()));
        String name = organisations.get((int) Math.floorMod(hash >>> 40, (long) organisations.size()));
        String email = "contact." + suffix(hash) + "@" + MAIL[1];
        return new Contact(name, "", email, street, place.postcodes()[0], place.name(), place.country(), 0);
    }

    private String lastName(long person, long household) {
        boolean own = Population.member(person) > 0 && Dice.unit(population.hash(person, 2)) < 0.18;
        long hash = population.hash(own ? person : household, 3);
        double draw = Dice.unit(hash);
        if (draw < 0.4) {
            double skewed = draw / 0.4;
            return last.get((int) (skewed * skewed * last.size()));
        }
        int stem = (int) Math.floorMod(hash, (long) stems.size());
        int ending = (int) Math.floorMod(hash >>> 12, (long) endings.size());
        String joined = stems.get(stem) + endings.get(ending);
        return Dice.unit(Dice.mix(hash)) < 0.05 ? joined + "-" + last.get(stem) : joined;
    }

    private String firstName(long person) {
        long hash = population.hash(person, 4);
        List<String> names = Math.floorMod(hash, 100L) < 62 == (Population.member(person) % 2 == 0) ? women : men;
        double draw = Dice.unit(Dice.mix(hash));
        return names.get((int) (draw * Math.sqrt(draw) * names.size()));
    }

    private int birthYear(long person) {
        double draw = Dice.unit(population.hash(person, 5)) + Dice.unit(population.hash(person, 6));
        return 1936 + (int) (draw * 36);
    }

    private String email(long person, String firstName, String lastName, int variant) {
        long hash = population.hash(person, 7);
        String first = plain(firstName);
        String name = variant == 0 ? first + "." + plain(lastName) : first.substring(0, 1) + plain(lastName);
        String domain = MAIL[(int) Math.floorMod((hash >>> 30) + variant, (long) MAIL.length)];
        return name + "." + suffix(hash + variant) + "@" + domain;
    }

    /** Five letters or digits that make an address unique, as people take what is still free. */
    private static String suffix(long hash) {
        return Long.toString(Math.floorMod(hash, 60_466_176L) + 60_466_176L, 36).substring(1);
    }

    private static Contact slipped(Contact right, long slip) {
        String lastName = right.lastName();
        String firstName = right.firstName();
        double draw = Dice.unit(slip);
        if (draw > 0.12) {
            return right;
        } else if (draw < 0.02) {
            lastName = swapped(lastName, slip);
        } else if (draw < 0.03) {
            firstName = swapped(firstName, slip);
        } else if (draw < 0.045) {
            lastName = lastName.substring(0, lastName.length() - 1);
        } else if (draw < 0.07) {
            lastName = lastName.toUpperCase(Locale.FRENCH);
        } else if (draw < 0.09) {
            lastName = unaccented(lastName);
            firstName = unaccented(firstName);
        } else if (draw < 0.10) {
            firstName = firstName.substring(0, 1) + ".";
        } else if (draw < 0.11) {
            lastName = right.firstName();
            firstName = right.lastName();
        } else {
            firstName = firstName.replace('-', ' ');
        }
        return new Contact(
                lastName,
                firstName,
                right.email(),
                right.street(),
                right.postcode(),
                right.city(),
                right.country(),
                right.birthYear());
    }

    private static String swapped(String name, long slip) {
        int at = 1 + (int) Math.floorMod(slip, (long) Math.max(1, name.length() - 2));
        if (at + 1 >= name.length()) {
            return name;
        }
        return name.substring(0, at) + name.charAt(at + 1) + name.charAt(at) + name.substring(at + 2);
    }

    private static String unaccented(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    }

    private static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char letter = Character.toLowerCase(text.charAt(i));
            if (letter >= 'a' && letter <= 'z') {
                plain.append(letter);
            } else if (letter > 127) {
                plain.append(base(letter));
            }
        }
        return plain.toString();
    }

    private static char base(char letter) {
        return switch (letter) {
            case 'é', 'è', 'ê', 'ë' -> 'e';
            case 'à', 'â', 'ä' -> 'a';
            case 'î', 'ï' -> 'i';
            case 'ô', 'ö' -> 'o';
            case 'û', 'ü', 'ù' -> 'u';
            case 'ç' -> 'c';
            default -> 'x';
        };
    }
}
