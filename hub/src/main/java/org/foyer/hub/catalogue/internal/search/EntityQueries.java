package org.foyer.hub.catalogue.internal.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.foyer.hub.catalogue.EntityKind;
import org.foyer.hub.catalogue.Reconciliation.Question;
import org.foyer.hub.catalogue.Search;
import org.foyer.hub.model.ExternalIdCell;
import org.jspecify.annotations.Nullable;

/** Queries that fetch the entities worth a closer look; their place is decided by {@link Likeness}. */
final class EntityQueries {

    private static final float SAME_NAME = 1_000;
    private static final float PROPERTY = 5;
    private static final float NEAR = 0.5f;

    private EntityQueries() {}

    /** @param near whether near spellings of the words count too */
    static Query candidates(IndexReader reader, Question question, boolean near) throws IOException {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        Query properties = properties(question.properties());
        List<Folding.Word> words = Folding.words(question.name(), false, Search.WORDS_MAX);
        if (!question.name().isBlank()) {
            BooleanQuery.Builder name = new BooleanQuery.Builder();
            Query same =
                    new ConstantScoreQuery(new TermQuery(new Term(EntityDocument.KEY, Likeness.key(question.name()))));
            name.add(new BoostQuery(same, SAME_NAME), Occur.SHOULD);
            name.add(
                    new BoostQuery(
                            new ConstantScoreQuery(new TermQuery(
                                    new Term(EntityDocument.ID, question.name().strip()))),
                            SAME_NAME),
                    Occur.SHOULD);
            for (Folding.Word word : telling(words)) {
                name.add(word(reader, word, near), Occur.SHOULD);
            }
            outside(question.name())
                    .ifPresent(id -> name.add(new BoostQuery(outsideQuery(id), SAME_NAME), Occur.SHOULD));
            all.add(name.build(), Occur.MUST);
        }
        all.add(properties, question.name().isBlank() ? Occur.MUST : Occur.SHOULD);
        if (question.strict()) {
            kinds(all, question.kinds());
        }
        return all.build();
    }

    /** The one identifier of another register that somebody typed in the place of a name, as it is kept. */
    static Optional<String> outside(String name) {
        List<ExternalIdCell.Said> said = ExternalIdCell.read(null, name);
        return said.size() == 1 ? Optional.ofNullable(said.get(0).id()).map(ExternalIdCell::told) : Optional.empty();
    }

    private static Query outsideQuery(String id) {
        return new ConstantScoreQuery(new TermQuery(new Term(EntityDocument.OUTSIDE, id)));
    }

    private static List<Folding.Word> telling(List<Folding.Word> words) {
        List<Folding.Word> telling =
                words.stream().filter(word -> !word.small()).toList();
        return telling.isEmpty() ? words : telling;
    }

    private static Query word(IndexReader reader, Folding.Word word, boolean near) throws IOException {
        List<Query> ways = new ArrayList<>();
        for (String form : word.forms()) {
            ways.add(new TermQuery(new Term(EntityDocument.WORD, form)));
        }
        if (near) {
            for (NearSpellings.Near spelling : NearSpellings.of(reader, EntityDocument.WORD, word.plain())) {
                ways.add(new BoostQuery(new TermQuery(new Term(EntityDocument.WORD, spelling.word())), NEAR));
            }
        }
        return new DisjunctionMaxQuery(ways, 0);
    }

    private static Query properties(Map<String, List<String>> asked) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        asked.forEach((property, values) -> {
            for (String value : values) {
                for (Folding.Word word : telling(Folding.words(value, false, Search.WORDS_MAX))) {
                    Term term = new Term(EntityDocument.PROPERTY, property + EntityDocument.OF + word.plain());
                    any.add(new BoostQuery(new ConstantScoreQuery(new TermQuery(term)), PROPERTY), Occur.SHOULD);
                }
            }
        });
        return any.build();
    }

    private static void kinds(BooleanQuery.Builder all, Set<EntityKind> kinds) {
        if (!kinds.isEmpty()) {
            all.add(
                    new TermInSetQuery(
                            EntityDocument.KIND,
                            kinds.stream()
                                    .map(kind -> new BytesRef(kind.word()))
                                    .toList()),
                    Occur.FILTER);
        }
    }

    /** The last word may be a beginning. */
    static Query suggestions(IndexReader reader, String beginning, @Nullable EntityKind kind) throws IOException {
        List<Folding.Word> words = Folding.words(beginning, false, Search.WORDS_MAX);
        BooleanQuery.Builder name = new BooleanQuery.Builder();
        for (int i = 0; i < words.size(); i++) {
            name.add(
                    i == words.size() - 1 ? begins(reader, words.get(i)) : word(reader, words.get(i), false),
                    Occur.MUST);
        }
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        any.add(new BoostQuery(id(beginning.strip()), SAME_NAME), Occur.SHOULD);
        outside(beginning).ifPresent(id -> any.add(new BoostQuery(outsideQuery(id), SAME_NAME), Occur.SHOULD));
        any.add(name.build(), Occur.SHOULD);
        BooleanQuery.Builder all = new BooleanQuery.Builder().add(any.build(), Occur.MUST);
        if (!words.isEmpty()) {
            Query same = new TermQuery(new Term(EntityDocument.KEY, Likeness.key(beginning)));
            all.add(new BoostQuery(new ConstantScoreQuery(same), SAME_NAME), Occur.SHOULD);
        }
        kinds(all, kind == null ? Set.of() : Set.of(kind));
        return all.build();
    }

    private static Query begins(IndexReader reader, Folding.Word word) throws IOException {
        List<Query> ways = new ArrayList<>();
        for (String form : word.forms()) {
            ways.add(new TermQuery(new Term(EntityDocument.WORD, form)));
            if (form.length() > ShowDocument.PREFIX_MAX) {
                for (String begun : NearSpellings.beginningWith(reader, EntityDocument.WORD, form)) {
                    ways.add(new TermQuery(new Term(EntityDocument.WORD, begun)));
                }
            } else {
                ways.add(new ConstantScoreQuery(new TermQuery(new Term(EntityDocument.PREFIX, form))));
            }
        }
        return new DisjunctionMaxQuery(ways, 0);
    }

    /** People by the numbers of their spellings. */
    static Query numbers(List<Long> numbers) {
        return new ConstantScoreQuery(new TermInSetQuery(
                EntityDocument.NUMBER,
                numbers.stream()
                        .limit(FoundEntities.DOCUMENTS_MAX)
                        .map(number -> new BytesRef(Long.toString(number)))
                        .toList()));
    }

    static Query id(String id) {
        return new ConstantScoreQuery(new TermQuery(new Term(EntityDocument.ID, id)));
    }

    /** The same without entities that were found already, of which many houses tell. */
    static Query without(Query query, Collection<String> ids) {
        return new BooleanQuery.Builder()
                .add(query, Occur.MUST)
                .add(
                        new TermInSetQuery(
                                EntityDocument.ID,
                                ids.stream().map(BytesRef::new).toList()),
                        Occur.MUST_NOT)
                .build();
    }
}
