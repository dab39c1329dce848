package org.foyer.hub.linking;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Imagined records of people without a strong key, with the errors of old registers: several records of each person, names spelt and
 * shortened in many ways, dates in part or wrong, places and postcodes near by, cells empty, families and namesakes.
 */
public final class HardRecords {

    /**
     * Which errors, as shares of the records.
     *
     * @param perPerson records of a person in the middle of all persons
     */
    public record Mix(
            double perPerson,
            double nickname,
            double typo,
            double otherName,
            double swapped,
            double dateMissing,
            double dateYearOnly,
            double dateWrong,
            double placeMoved,
            double postcodeMoved,
            double missing,
            double family) {}

    /** On which the method was built. */
    public static final Mix BUILT_ON = new Mix(8, 0.14, 0.08, 0.06, 0.02, 0.15, 0.10, 0.15, 0.15, 0.15, 0.12, 0.2);

    /** Another one, only looked at. */
    public static final Mix CHECKED_ON = new Mix(10, 0.08, 0.14, 0.10, 0.01, 0.30, 0.05, 0.22, 0.20, 0.30, 0.22, 0.1);

    /** Columns of each record. */
    public static final List<LinkColumn> COLUMNS = List.of(
            new LinkColumn("first_name", ColumnKind.FIRST_NAME),
            new LinkColumn("surname", ColumnKind.LAST_NAME),
            new LinkColumn("dob", ColumnKind.DATE),
            new LinkColumn("birth_place", ColumnKind.PLACE),
            new LinkColumn("postcode", ColumnKind.POSTCODE),
            new LinkColumn("occupation", ColumnKind.TEXT));

    private static final String[][] FIRST = {
        {"william", "will", "bill", "billy"},
        {"john", "jack", "johnny"},
        {"thomas", "tom", "tommy"},
        {"george", "georgie"},
        {"james", "jim", "jimmy", "jamie"},
        {"charles", "charlie"},
        {"henry", "harry", "hal"},
        {"robert", "bob", "rob", "bobby"},
        {"edward", "ed", "ted", "ned", "teddy"},
        {"richard", "dick", "rick", "rich"},
        {"joseph", "joe"},
        {"francis", "frank"},
        {"samuel", "sam"},
        {"arthur", "art"},
        {"frederick", "fred", "freddie"},
        {"alexander", "alex", "sandy"},
        {"david", "dave"},
        {"walter", "wally", "walt"},
        {"alfred", "alf", "fred"},
        {"albert", "bert", "al"},
        {"ernest", "ernie"},
        {"herbert", "bert", "herb"},
        {"hugh"},
        {"philip", "phil"},
        {"peter", "pete"},
        {"daniel", "dan", "danny"},
        {"michael", "mike", "mick"},
        {"benjamin", "ben"},
        {"percy"},
        {"ralph"},
        {"leonard", "len"},
        {"stephen", "steve"},
        {"nicholas", "nick"},
        {"patrick", "pat", "paddy"},
        {"anthony", "tony"},
        {"andrew", "andy"},
        {"christopher", "chris", "kit"},
        {"edmund", "ned"},
        {"roger"},
        {"simon"},
        {"cecil"},
        {"cyril"},
        {"oliver", "ollie"},
        {"mary", "polly", "molly"},
        {"elizabeth", "liz", "betty", "eliza", "bess"},
        {"anne", "annie", "nancy"},
        {"margaret", "maggie", "peggy", "meg"},
        {"sarah", "sally"},
        {"jane", "jenny"},
        {"catherine", "kate", "kitty"},
        {"alice"},
        {"emily", "em"},
        {"florence", "flo"},
        {"dorothy", "dolly", "dot"},
        {"charlotte", "lottie"},
        {"frances", "fanny"},
        {"harriet", "hattie"},
        {"edith"},
        {"louisa", "lou"},
        {"caroline", "carrie"},
        {"lawrence", "larry"},
        {"matthew", "matt"},
        {"augustus", "gus"},
        {"gilbert", "bert"},
        {"reginald", "reg"},
        {"algernon"},
        {"horace"},
        {"lionel"},
        {"montague", "monty"},
        {"septimus"},
        {"ebenezer"},
        {"isaac"},
        {"jacob", "jake"}
    };
    private static final String[] STEMS = {
        "ash", "black", "brad", "bur", "carl", "clay", "cole", "dal", "east", "fair", "gold", "green", "har", "hart",
        "hol", "hunt", "kel", "lang", "lin", "mar", "mill", "nor", "oak", "pem", "rad", "red", "row", "sand", "shel",
        "stan", "strat", "sut", "thorn", "wal", "war", "wes", "whit", "wil", "win", "wood"
    };
    private static final String[] ENDINGS = {
        "ton", "ley", "ford", "by", "field", "man", "son", "worth", "wick", "ham", "well", "ridge", "bourne", "den",
        "more", "wood", "land", "gate", "dale", "er"
    };
    private static final String[] USUAL = {
        "smith",
        "jones",
        "taylor",
        "brown",
        "williams",
        "wilson",
        "johnson",
        "davies",
        "robinson",
        "wright",
        "thompson",
        "evans",
        "walker",
        "white",
        "roberts",
        "green",
        "hall",
        "wood",
        "jackson",
        "clarke"
    };
    private static final String[] WORK = {
        "politician", "writer", "painter", "military officer", "cricketer", "physician", "actor", "botanist", "lawyer",
                "priest",
        "engineer", "composer", "architect", "historian", "banker", "explorer", "photographer", "sculptor", "judge",
                "journalist",
        "poet", "mathematician", "chemist", "footballer", "singer", "geologist", "missionary", "merchant", "teacher",
                "economist"
    };

    private final SplittableRandom random;
    private final Mix mix;
    private final List<String[]> records = new ArrayList<>();
    private final List<Integer> persons = new ArrayList<>();
    private final String[] towns = new String[300];
    private final String[] areas = new String[300];

    /** @param size persons */
    public HardRecords(long seed, int size, Mix mix) {
        this.random = new SplittableRandom(seed);
        this.mix = mix;
        for (int i = 0; i < towns.length; i++) {
            towns[i] = STEMS[random.nextInt(STEMS.length)]
                    + ENDINGS[random.nextInt(ENDINGS.length)]
                    + (i % 3 == 0 ? " on sea" : "");
            areas[i] = "" + (char) ('a' + i % 20) + (char) ('a' + i / 20) + (1 + i % 19);
        }
        Person before = null;
        for (int person = 0; person < size; person++) {
            Person one = new Person(before != null && random.nextDouble() < mix.family ? before : null);
            before = one;
            int many = Math.max(1, (int) Math.round(mix.perPerson * Math.exp(0.7 * random.nextGaussian())));
            for (int i = 0; i < Math.min(60, many); i++) {
                records.add(one.record());
                persons.add(person);
            }
        }
    }

    /** Cells in the order of {@link #COLUMNS}. */
    public List<String[]> records() {
        return records;
    }

    /** The person of each record. */
    public int[] persons() {
        return persons.stream().mapToInt(Integer::intValue).toArray();
    }

    private boolean chance(double share) {
        return random.nextDouble() < share;
    }

    private int skewed(int size) {
        double draw = random.nextDouble();
        return (int) (draw * draw * draw * size);
    }

    private String typo(String word) {
        if (word.length() < 3) {
            return word;
        }
        int at = 1 + random.nextInt(word.length() - 2);
        char letter = (char) ('a' + random.nextInt(26));
        return switch (random.nextInt(4)) {
            case 0 -> word.substring(0, at) + word.substring(at + 1);
            case 1 -> word.substring(0, at) + letter + word.substring(at);
            case 2 -> word.substring(0, at) + letter + word.substring(at + 1);
            default -> word.substring(0, at) + word.charAt(at + 1) + word.charAt(at) + word.substring(at + 2);
        };
    }

    private final class Person {

        private final String[] first = FIRST[skewed(FIRST.length)];
        private final String second = FIRST[skewed(FIRST.length)][0];
        private final String last;
        private final String otherLast = surname();
        private final int town;
        private final int year = 1700 + random.nextInt(230);
        private final int month = 1 + random.nextInt(12);
        private final int day = 1 + random.nextInt(28);
        private final String[] postcodes = new String[3];
        private final String[] work = {WORK[skewed(WORK.length)], WORK[skewed(WORK.length)]};

        private Person(@org.jspecify.annotations.Nullable Person relative) {
            last = relative == null ? surname() : relative.last;
            town = relative == null ? random.nextInt(towns.length) : relative.town;
            for (int i = 0; i < postcodes.length; i++) {
                postcodes[i] = postcode(town);
            }
        }

        private String surname() {
            return chance(0.2)
                    ? USUAL[skewed(USUAL.length)]
                    : STEMS[random.nextInt(STEMS.length)] + ENDINGS[random.nextInt(ENDINGS.length)];
        }

        private String[] record() {
            String firstName = chance(mix.missing / 3) ? "" : first();
            String lastName = chance(mix.missing / 4) ? "" : chance(mix.otherName) ? otherLast : last;
            lastName = chance(mix.typo) ? typo(lastName) : lastName;
            boolean swap = chance(mix.swapped);
            String place = chance(mix.placeMoved) ? near() : chance(mix.typo) ? typo(towns[town]) : towns[town];
            return new String[] {
                swap ? lastName : firstName,
                swap ? firstName : lastName,
                chance(mix.dateMissing) ? "" : date(),
                chance(mix.missing) ? "" : place,
                chance(mix.missing) ? "" : chance(mix.postcodeMoved) ? postcode(random.nextInt(areas.length)) : code(),
                chance(2 * mix.missing) ? "" : work[random.nextInt(3) / 2]
            };
        }

        private String first() {
            if (chance(mix.nickname)) {
                return first[random.nextInt(first.length)];
            }
            if (chance(mix.otherName / 2)) {
                return chance(0.5) ? second : first[0].substring(0, 1);
            }
            String name = chance(0.1) ? first[0] + " " + second : first[0];
            return chance(mix.typo) ? typo(name) : name;
        }

        private String near() {
            return towns[Math.floorMod(town + 1 + random.nextInt(6), towns.length)];
        }

        private String code() {
            String code = postcodes[random.nextInt(postcodes.length)];
            return chance(mix.typo / 2) ? typo(code) : code;
        }

        private String postcode(int at) {
            return areas[at] + " " + random.nextInt(4) + (char) ('a' + random.nextInt(20))
                    + (char) ('a' + random.nextInt(20));
        }

        private String date() {
            if (chance(mix.dateYearOnly)) {
                return year + "-01-01";
            }
            if (!chance(mix.dateWrong)) {
                return iso(year, month, day);
            }
            return switch (random.nextInt(5)) {
                case 0 -> iso(year + random.nextInt(21) - 10, month, day);
                case 1 -> iso(year, month, 1 + random.nextInt(28));
                case 2 -> iso(year, 1 + random.nextInt(12), 1 + random.nextInt(28));
                case 3 -> iso(year / 10 * 10 + random.nextInt(10), month, day);
                default -> iso(1700 + random.nextInt(230), 1 + random.nextInt(12), 1 + random.nextInt(28));
            };
        }

        private static String iso(int year, int month, int day) {
            return "%04d-%02d-%02d".formatted(year, month, day);
        }
    }
}
