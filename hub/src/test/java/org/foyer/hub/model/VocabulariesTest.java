package org.foyer.hub.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.rdf.model.Literal;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.Statement;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.foyer.hub.model.internal.PlainTurtle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The vocabularies hold what the SKOS reference (W3C, 2009) asks, and everything has a name in four languages. */
class VocabulariesTest {

    private static final String BASE = "https://n.example/id/vocabulary/";

    /** How often each vocabulary says what others call its concepts: whoever takes an alignment out, or adds one, says so here. */
    private static final List<String> ALIGNED = List.of(
            "accessibility broadMatch datascene 1",
            "accessibility exactMatch datascene 7",
            "accessibility notation openagenda 5",
            "accessibility notation uitdatabank 15",
            "accessibility relatedMatch accessibility 2",
            "attendance exactMatch schema 3",
            "attendance notation openagenda 3",
            "attendance notation uitdatabank 3",
            "audiences exactMatch datascene 9",
            "audiences notation uitdatabank 3",
            "availability exactMatch schema 3",
            "availability notation openagenda 1",
            "availability notation uitdatabank 2",
            "event-types closeMatch schema 10",
            "event-types exactMatch artsdata 26",
            "event-types notation uitdatabank 9",
            "genres closeMatch artsdata 2",
            "genres closeMatch datascene 2",
            "genres exactMatch artsdata 30",
            "genres exactMatch datascene 44",
            "genres notation sibil 20",
            "genres notation uitdatabank 15",
            "genres relatedMatch event-types 61",
            "roles closeMatch schema 5",
            "roles exactMatch datascene 6",
            "roles exactMatch loc 23",
            "roles notation capdata 6",
            "states exactMatch schema 5",
            "states notation icalendar 2",
            "states notation openagenda 5",
            "states notation uitdatabank 3");

    static Stream<String> names() {
        return Vocabularies.all().stream().map(Vocabulary::name);
    }

    private static Model model(String name) {
        Model model = ModelFactory.createDefaultModel();
        RDFParser.fromString(Vocabularies.turtle(Vocabularies.of(name)), Lang.TURTLE)
                .base(BASE + name + "/")
                .parse(model);
        return model;
    }

    private static Model all() {
        Model all = ModelFactory.createDefaultModel();
        names().forEach(name -> all.add(model(name)));
        return all;
    }

    @ParameterizedTest
    @MethodSource("names")
    void theSmallReaderReadsWhatALibraryReads(String name) {
        Set<String> small = new HashSet<>();
        PlainTurtle.read(Vocabularies.turtle(Vocabularies.of(name)), BASE + name + "/")
                .forEach(said -> small.add(said.subject() + " " + said.property() + " " + said(said.object())));
        Set<String> library = new HashSet<>();
        for (Statement statement : model(name).listStatements().toList()) {
            library.add(statement.getSubject().getURI() + " "
                    + statement.getPredicate().getURI() + " " + said(statement.getObject()));
        }
        assertThat(small).isEqualTo(library);
    }

    private static String said(PlainTurtle.Value value) {
        return value.address()
                ? "<" + value.text() + ">"
                : value.text() + "@" + value.language() + "^"
                        + (value.language().isEmpty() ? value.type() : "");
    }

    private static String said(RDFNode node) {
        if (node.isResource()) {
            return "<" + node.asResource().getURI() + ">";
        }
        Literal text = node.asLiteral();
        String type = text.getDatatypeURI();
        boolean plain = !text.getLanguage().isEmpty() || type.endsWith("XMLSchema#string");
        return text.getLexicalForm() + "@" + text.getLanguage() + "^" + (plain ? "" : type);
    }

    @Test
    void whatTheSmallReaderDoesNotKnowItRefuses() {
        assertThatThrownBy(() -> PlainTurtle.read("<a> <b> [ ] .", BASE)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PlainTurtle.read("<a> <b> .", BASE)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PlainTurtle.read("<a> <b> <c>", BASE)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PlainTurtle.read("<a> x:b <c> .", BASE)).isInstanceOf(IllegalArgumentException.class);
        assertThat(PlainTurtle.read("<a> <b> \"x\\\"y\"@fr, \"z\" ; <c> <../d> .", BASE + "s/"))
                .hasSize(3);
    }

    /** S14, and that each of four languages has one. */
    @ParameterizedTest
    @MethodSource("names")
    void everythingHasOneNameInEachLanguage(String name) {
        Model model = model(name);
        for (Resource concept :
                model.listSubjectsWithProperty(RDF.type, SKOS.Concept).toList()) {
            assertThat(concept.listProperties(SKOS.prefLabel).toList())
                    .as(concept.getURI())
                    .extracting(Statement::getLanguage)
                    .containsExactlyInAnyOrderElementsOf(Vocabulary.LANGUAGES);
            assertThat(concept.listProperties(SKOS.prefLabel).toList())
                    .extracting(one -> one.getString().strip())
                    .doesNotContain("");
        }
        Vocabulary vocabulary = Vocabularies.of(name);
        assertThat(vocabulary.titles()).containsOnlyKeys(Vocabulary.LANGUAGES);
        assertThat(vocabulary.descriptions()).containsOnlyKeys(Vocabulary.LANGUAGES);
    }

    /** S13. */
    @ParameterizedTest
    @MethodSource("names")
    void noNameIsBothThePreferredAndAnother(String name) {
        for (Resource concept :
                model(name).listSubjectsWithProperty(RDF.type, SKOS.Concept).toList()) {
            Set<String> seen = new HashSet<>();
            for (var property : List.of(SKOS.prefLabel, SKOS.altLabel, SKOS.hiddenLabel)) {
                concept.listProperties(property)
                        .forEach(one -> assertThat(seen.add(one.getString() + "@" + one.getLanguage()))
                                .as(concept.getURI() + " " + one.getString())
                                .isTrue());
            }
        }
    }

    /** S9: a scheme is no concept; every concept is in the scheme of its file and has a way to its top. */
    @ParameterizedTest
    @MethodSource("names")
    void everyConceptIsInItsSchemeAndNoneIsItsOwnAncestor(String name) {
        Model model = model(name);
        Resource scheme = model.getResource(BASE + name);
        assertThat(scheme.hasProperty(RDF.type, SKOS.ConceptScheme)).isTrue();
        assertThat(scheme.hasProperty(RDF.type, SKOS.Concept)).isFalse();
        List<Resource> concepts =
                model.listSubjectsWithProperty(RDF.type, SKOS.Concept).toList();
        assertThat(concepts).hasSize(Vocabularies.of(name).concepts().size());
        for (Resource concept : concepts) {
            assertThat(concept.hasProperty(SKOS.inScheme, scheme)).isTrue();
            assertThat(concept.getURI()).matches(java.util.regex.Pattern.quote(BASE + name + "/") + "[a-z0-9_-]+");
            assertThat(concept.hasProperty(SKOS.broader)).isNotEqualTo(concept.hasProperty(SKOS.topConceptOf, scheme));
            Resource above = concept;
            List<Resource> way = new ArrayList<>();
            while (above.hasProperty(SKOS.broader)) {
                above = above.getPropertyResourceValue(SKOS.broader);
                assertThat(way).doesNotContain(above);
                assertThat(above.hasProperty(RDF.type, SKOS.Concept)).isTrue();
                way.add(above);
            }
        }
    }

    /** S27 and S46: what is the same is not wider, narrower or only akin; what is akin is not wider. */
    @Test
    void whatIsTheSameIsNothingElse() {
        Model model = all();
        assertThat(model.listStatements(null, SKOS.related, (RDFNode) null).toList())
                .isEmpty();
        for (Statement same :
                model.listStatements(null, SKOS.exactMatch, (RDFNode) null).toList()) {
            for (var other : List.of(SKOS.broadMatch, SKOS.narrowMatch, SKOS.relatedMatch, SKOS.closeMatch)) {
                assertThat(model.contains(same.getSubject(), other, same.getObject()))
                        .as(same.toString())
                        .isFalse();
            }
        }
    }

    /** What is said of concepts of our own, and of the lists of others, stands in these files. */
    @Test
    void nothingRefersToWhatIsNotThere() {
        Model model = all();
        for (Statement statement : model.listStatements().toList()) {
            RDFNode object = statement.getObject();
            String address = object.isURIResource()
                    ? object.asResource().getURI()
                    : object.isLiteral() ? object.asLiteral().getDatatypeURI() : "";
            if (address.startsWith(BASE)) {
                assertThat(model.contains(model.getResource(address), RDF.type))
                        .as(address)
                        .isTrue();
            }
            if (object.isURIResource()
                    && statement.getPredicate().getURI().endsWith("Match")
                    && !address.startsWith(BASE)) {
                assertThat(Vocabularies.registerOf(address)).as(address).isPresent();
            }
        }
    }

    /** Else a word of a house could mean two things, and a code of somebody else too. */
    @ParameterizedTest
    @MethodSource("names")
    void noWordAndNoCodeMeansTwoThings(String name) {
        Map<String, String> words = new HashMap<>();
        Map<String, String> codes = new HashMap<>();
        List<String> twice = new ArrayList<>();
        for (Concept concept : Vocabularies.of(name).concepts()) {
            concept.words().stream().map(Vocabulary::folded).distinct().forEach(word -> {
                String other = words.put(word, concept.code());
                if (other != null) {
                    twice.add(word + ": " + other + ", " + concept.code());
                }
            });
            concept.codes().forEach((register, code) -> {
                if (codes.put(register + " " + code, concept.code()) != null) {
                    twice.add(register + " " + code);
                }
            });
            concept.values("exactMatch").forEach(address -> {
                if (codes.put(address, concept.code()) != null) {
                    twice.add(address);
                }
            });
        }
        assertThat(twice).isEmpty();
    }

    @Test
    void noAlignmentGetsLost() {
        Map<String, Integer> aligned = new TreeMap<>();
        for (String name : names().toList()) {
            for (Statement said : model(name).listStatements().toList()) {
                String property = said.getPredicate().getLocalName();
                if (property.equals("notation") || property.endsWith("Match")) {
                    aligned.merge(name + " " + property + " " + whose(said.getObject()), 1, Integer::sum);
                }
            }
        }
        assertThat(aligned.entrySet().stream().map(one -> one.getKey() + " " + one.getValue()))
                .containsExactlyElementsOf(ALIGNED);
    }

    /** Whose the other word is: a register, or a vocabulary of ours. */
    private static String whose(RDFNode other) {
        String address = other.isLiteral()
                ? other.asLiteral().getDatatypeURI()
                : other.asResource().getURI();
        if (address.startsWith(BASE)) {
            String ours = address.substring(BASE.length());
            return other.isLiteral() ? ours.replace("registers/", "") : ours.substring(0, ours.indexOf('/'));
        }
        return Vocabularies.registerOf(address).orElseThrow().code();
    }

    /** As their owners write them: a code of another form is a slip of the pen and found nowhere. */
    @ParameterizedTest
    @CsvSource({
        "capdata, '[A-Z][A-Za-z]+'",
        "icalendar, 'TENTATIVE|CONFIRMED|CANCELLED'",
        "openagenda, '[1-6]|[a-z]i'",
        "sibil, '\\p{Lu}[\\p{L}/ -]*\\p{L}'",
        "uitdatabank, '\\d{1,2}(\\.\\d{1,2}){4}|[A-Z]?[a-z]+([A-Z][a-z]+)?'"
    })
    void codesOfOthersAreWellFormedAndStandOnce(String register, String form) {
        int read = 0;
        for (String name : names().toList()) {
            List<Statement> said = model(name)
                    .listStatements(null, SKOS.notation, (RDFNode) null)
                    .filterKeep(one -> one.getLiteral().getDatatypeURI().equals(BASE + "registers/" + register))
                    .toList();
            assertThat(said)
                    .as(name)
                    .extracting(Statement::getString)
                    .allMatch(code -> code.matches(form))
                    .doesNotHaveDuplicates();
            assertThat(said).as(name).extracting(Statement::getSubject).doesNotHaveDuplicates();
            read += said.size();
        }
        assertThat(read).isPositive();
    }

    @ParameterizedTest
    @CsvSource({
        "genres, TONEEL, theatre",
        "genres, Theatre, theatre",
        "genres, danse contemporaine, contemporary-dance",
        "genres, Klassieke muziek, classical-music",
        "roles, chœur, choir",
        "roles, chef d'orchestre, conductor",
        "roles, Chef d’orchestre, conductor",
        "accessibility, lsf, sign-language",
        "event-types, Theatervoorstelling, theatre-performance"
    })
    void aWordOfAnyLanguageIsKnown(String vocabulary, String word, String code) {
        assertThat(Vocabularies.of(vocabulary).meaning(word).orElseThrow().code())
                .isEqualTo(code);
    }

    @Test
    void aCodeOfSomebodyElseIsFoundAtTheNextWiderConcept() {
        Vocabulary genres = Vocabularies.of("genres");
        assertThat(genres.codeIn("uitdatabank", genres.concept("jazz").orElseThrow()))
                .hasValue("1.8.2.0.0");
        assertThat(genres.codeIn("sibil", genres.concept("flamenco").orElseThrow()))
                .isEmpty();
        Vocabulary roles = Vocabularies.of("roles");
        assertThat(roles.nameIn(
                        "http://schema.org/", roles.concept("librettist").orElseThrow()))
                .hasValue("author");
        assertThat(roles.nameIn(
                        "http://schema.org/", roles.concept("choreographer").orElseThrow()))
                .isEmpty();
    }

    /** The states of the house and the vocabulary are the same words. */
    @Test
    void statesAreTheStatesOfAPerformance() {
        assertThat(Vocabularies.of("states").concepts())
                .extracting(Concept::code)
                .containsExactlyInAnyOrderElementsOf(Stream.of(PerformanceState.values())
                        .map(PerformanceState::stored)
                        .toList());
    }
}
