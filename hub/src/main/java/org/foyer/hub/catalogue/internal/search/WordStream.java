package org.foyer.hub.catalogue.internal.search;

import java.util.Iterator;
import java.util.Map;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.TermFrequencyAttribute;

/** Gives the index words that are ready, each once, with the weight of the weightiest part in which it stands. */
final class WordStream extends TokenStream {

    private final CharTermAttribute text = addAttribute(CharTermAttribute.class);
    private final TermFrequencyAttribute weight = addAttribute(TermFrequencyAttribute.class);
    private final Map<String, Integer> words;
    private Iterator<Map.Entry<String, Integer>> left;

    WordStream(Map<String, Integer> words) {
        this.words = words;
        this.left = words.entrySet().iterator();
    }

    @Override
    public void reset() {
        left = words.entrySet().iterator();
    }

    @Override
    public boolean incrementToken() {
        clearAttributes();
        if (!left.hasNext()) {
            return false;
        }
        Map.Entry<String, Integer> word = left.next();
        text.append(word.getKey());
        weight.setTermFrequency(word.getValue());
        return true;
    }
}
