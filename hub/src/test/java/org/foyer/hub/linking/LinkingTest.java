package org.foyer.hub.linking;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables of people as they come, sound and unsound. */
class LinkingTest {

    private static final String PLAN = """
            id: id
            columns:
              first: first-name
              last: last-name
              born: date
              email: email
              phone: phone
              street: address
              postcode: postcode
            """;
    private static final String HEADER = "id,first,last,born,email,phone,street,postcode";

    @TempDir
    Path folder;

    private LinkReport link(String plan, String header, List<String> rows) throws IOException {
        Files.writeString(folder.resolve("plan.yaml"), plan);
        Files.writeString(folder.resolve("people.csv"), header + "\n" + String.join("\n", rows) + "\n");
        return link();
    }

    private LinkReport link() throws IOException {
        return Linking.link(new LinkFiles(
                folder.resolve("plan.yaml"),
                folder.resolve("people.csv"),
                folder.resolve("persons.csv"),
                folder.resolve("pairs.csv")));
    }

    private Map<String, String> persons() throws IOException {
        Map<String, String> persons = new HashMap<>();
        Files.readAllLines(folder.resolve("persons.csv")).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .forEach(cells -> persons.put(cells[0], cells[1]));
        return persons;
    }

    /** A crowd of other people, so that what is rare and what is usual can be seen. */
    private static List<String> crowd(int size) {
        String[] first = {"Anne", "Luc", "Marie", "Paul", "Zoé", "Hugo", "Inès", "Karim", "Léa", "Omar", "Rosa", "Tom"};
        String[] last = {
            "Martin", "Durand", "Petit", "Moreau", "Garnier", "Lopez", "Nguyen", "Roussel", "Blanc", "Faure"
        };
        Random random = new Random(7);
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            String name = first[random.nextInt(12)] + "," + last[random.nextInt(10)] + "el" + random.nextInt(60);
            rows.add("c%05d,%s,%04d-%02d-%02d,m%d@boite.example,06%08d,%d rue %s,%05d"
                    .formatted(
                            i,
                            name,
                            1940 + random.nextInt(60),
                            1 + random.nextInt(12),
                            1 + random.nextInt(28),
                            i,
                            random.nextInt(100_000_000),
                            random.nextInt(100),
                            last[random.nextInt(10)],
                            random.nextInt(90_000)));
        }
        return rows;
    }

    @Test
    void onePersonWrittenInManyWaysIsFound() throws IOException {
        List<String> rows = crowd(400);
        rows.add("a1,Jean-Pierre,Lefèvre,1961-04-05,jp.lefevre@boite.example,0612345678,12 rue de la Paix,69003");
        rows.add("a2,JEAN PIERRE,LEFEVRE,05/04/1961,,+33 6 12 34 56 78,,69003");
        rows.add("a3,Lefèvre,Jean-Pierre,,JP.Lefevre@boite.example,,\"12, r. de la Paix\",");
        rows.add("a4,Jean-Pierre,Lefevbre,1961-05-04,,,12 rue de la Paix,69003");
        LinkReport report = link(PLAN, HEADER, rows);
        assertThat(report.stopped()).isFalse();
        Map<String, String> persons = persons();
        assertThat(List.of(persons.get("a1"), persons.get("a2"), persons.get("a3"), persons.get("a4")))
                .containsOnly("a1");
        assertThat(report.records()).isEqualTo(404);
        assertThat(report.persons()).isEqualTo(401);
    }

    @Test
    void familyMembersStayApart() throws IOException {
        List<String> rows = crowd(400);
        rows.add("f1,Jacques,Verdier,1950-02-03,,0478000001,4 quai Perrache,69002");
        rows.add("f2,Jacques,Verdier,1979-11-20,,0478000001,4 quai Perrache,69002");
        rows.add("t1,Emma,Sorel,1999-06-07,,0478000002,5 quai Perrache,69002");
        rows.add("t2,Louise,Sorel,1999-06-07,,0478000002,5 quai Perrache,69002");
        link(PLAN, HEADER, rows);
        assertThat(persons().get("f1"))
                .as("father and son")
                .isNotEqualTo(persons().get("f2"));
        assertThat(persons().get("t1")).as("twins").isNotEqualTo(persons().get("t2"));
    }

    @Test
    void everybodyWithTheBoxOfficesEmailAndTheSchoolsPhoneStaysApart() throws IOException {
        List<String> rows = new ArrayList<>();
        for (String row : crowd(600)) {
            String[] cells = row.split(",");
            cells[4] = "guichet@theatre.example";
            cells[5] = "0478000000";
            rows.add(String.join(",", cells));
        }
        LinkReport report = link(PLAN, HEADER, rows);
        assertThat(report.persons()).isBetween(595L, 600L);
    }

    @Test
    void placeholderBirthDatesDoNotBringPeopleTogether() throws IOException {
        List<String> rows = new ArrayList<>();
        for (String row : crowd(600)) {
            String[] cells = row.split(",");
            cells[3] = "1900-01-01";
            rows.add(String.join(",", cells));
        }
        assertThat(link(PLAN, HEADER, rows).persons()).isBetween(598L, 600L);
    }

    @Test
    void otherScriptsAndOneFieldForTheWholeName() throws IOException {
        String plan = "id: id\ncolumns: {name: full-name, mail: email, born: date}\n";
        List<String> rows = new ArrayList<>();
        crowd(300).forEach(row -> {
            String[] cells = row.split(",");
            rows.add(cells[0] + "," + cells[1] + " " + cells[2] + "," + cells[4] + "," + cells[3]);
        });
        rows.add("x1,Наталья Алёшина,n.alesh@poste.example,1980-02-01");
        rows.add("x2,\"АЛЕШИНА, Наталья\",,1980-02-01");
        rows.add("y1,محمد الأمين,,1975-12-30");
        rows.add("y2,مُحَمَّد الامين,,30/12/1975");
        rows.add("z1,DUPONTEL Jean,,1955-05-05");
        rows.add("z2,Jean Dupontel,,1955-05-05");
        link(plan, "id,name,mail,born", rows);
        assertThat(persons())
                .containsEntry("x2", "x1")
                .containsEntry("y2", "y1")
                .containsEntry("z2", "z1");
    }

    @Test
    void theOrderOfTheFileChangesNothing() throws IOException {
        HardRecords made = new HardRecords(3, 120, HardRecords.BUILT_ON);
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < made.records().size(); i++) {
            rows.add(i + "," + String.join(",", made.records().get(i)));
        }
        String plan = "id: id\ncolumns: {first_name: first-name, surname: last-name, dob: date, place: place,"
                + " postcode: postcode, occupation: text}\n";
        String header = "id,first_name,surname,dob,place,postcode,occupation";
        link(plan, header, rows);
        String persons = Files.readString(folder.resolve("persons.csv"));
        String pairs = Files.readString(folder.resolve("pairs.csv"));
        for (int seed = 0; seed < 3; seed++) {
            Collections.shuffle(rows, new Random(seed));
            link(plan, header, rows);
            assertThat(folder.resolve("persons.csv")).hasContent(persons);
            assertThat(folder.resolve("pairs.csv")).hasContent(pairs);
        }
    }

    @Test
    void thePartsOfAPairAddUpToItsWeight() throws IOException {
        List<String> rows = crowd(300);
        rows.add("a1,Jean,Lefèvre,1961-04-05,jl@boite.example,0612345678,12 rue de la Paix,69003");
        rows.add("a2,Jean,Lefevre,1961-04-05,jl@boite.example,,,69003");
        link(PLAN, HEADER, rows);
        List<String> lines = Files.readAllLines(folder.resolve("pairs.csv"));
        assertThat(lines.get(0))
                .isEqualTo("id_a,id_b,weight,probability,prior,first+last,street+postcode,born,email,phone,family");
        String[] pair = lines.stream()
                .filter(line -> line.startsWith("a1,a2,"))
                .findFirst()
                .orElseThrow()
                .split(",");
        double sum = 0;
        for (int i = 4; i < pair.length; i++) {
            sum += Double.parseDouble(pair[i]);
        }
        assertThat(sum).isCloseTo(Double.parseDouble(pair[2]), org.assertj.core.api.Assertions.within(0.01));
        assertThat(Double.parseDouble(pair[3])).isGreaterThan(0.99);
    }

    @Test
    void columnsAreKnownByTheirHeadersWhenThePlanDoesNotNameThem() throws IOException {
        LinkReport report =
                link("id: id\n", "id,prenom,nom,email", List.of("1,Anne,Petit,a@b.example", "2,Luc,Roy,l@b.example"));
        assertThat(report.stopped()).isFalse();
        assertThat(report.problems()).extracting(LinkProblem::code).containsExactly("link-columns-guessed");
        assertThat(report.persons()).isEqualTo(2);
    }

    @Test
    void everyFaultOfATableIsToldAtOnce() throws IOException {
        LinkReport report = link(
                "id: id\ncolumns: {nom: last-name}\n",
                "id,nom",
                List.of("1,Petit", "1,Roy", ",Faure", "3,a,b", "4,Blanc"));
        assertThat(report.problems())
                .extracting(problem -> problem.line() + " " + problem.code())
                .containsExactly("3 link-id-twice", "4 link-id-empty", "5 link-row-cells");
        assertThat(folder.resolve("persons.csv")).doesNotExist();
        assertThat(link("id: id\ncolumns: {x: email, y: phone}\n", "id,nom", List.of("1,Petit"))
                        .problems())
                .extracting(problem -> problem.arguments().get(0))
                .containsExactly("x", "y");
    }

    @Test
    void emptyTablesAndEmptyColumnsAreSaid() throws IOException {
        assertThat(link("id: id\ncolumns: {nom: last-name}\n", "id,nom", List.of())
                        .problems())
                .extracting(LinkProblem::code)
                .containsExactly("link-file-empty");
        assertThat(link("id: id\ncolumns: {nom: last-name}\n", "id,nom", List.of("1,", "2,null"))
                        .problems())
                .extracting(LinkProblem::code)
                .containsExactly("link-columns-all-empty");
        LinkReport some =
                link("id: id\ncolumns: {nom: last-name, tel: phone}\n", "id,nom,tel", List.of("1,Petit,", "2,Roy,"));
        assertThat(some.problems()).extracting(LinkProblem::code).containsExactly("link-columns-empty");
        assertThat(some.records()).isEqualTo(2);
        Files.writeString(folder.resolve("people.csv"), "");
        assertThat(link().problems()).extracting(LinkProblem::code).containsExactly("link-file-empty");
    }

    @Test
    void otherEncodingsSeparatorsAndLineEnds() throws IOException {
        Files.writeString(
                folder.resolve("plan.yaml"), "id: id\ncolumns: {prénom: first-name, nom: last-name, né: date}\n");
        Files.writeString(
                folder.resolve("people.csv"),
                "id;prénom;nom;né\r\n1;Zoé;\"Le; \"\"Roy\"\"\";1970-02-03\r\n2;Zoe;LE ROY;03/02/1970\r\n",
                Charset.forName("windows-1252"));
        assertThat(link().records()).isEqualTo(2);
    }

    @Test
    void aHundredThousandRecordsInOneBlockAreLinkedInBoundedTime() throws IOException {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            rows.add(i + ",Martin,guichet@theatre.example," + (i % 2 == 0 ? "Anne" : ""));
        }
        LinkReport report = link("id: id\ncolumns: {n: last-name, m: email, f: first-name}\n", "id,n,m,f", rows);
        assertThat(report.records()).isEqualTo(100_000);
    }
}
