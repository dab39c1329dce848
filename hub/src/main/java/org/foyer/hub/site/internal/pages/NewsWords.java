package org.foyer.hub.site.internal.pages;

import java.util.stream.Collectors;
import org.foyer.hub.catalogue.News;
import org.foyer.hub.model.PerformanceState;

/** News in the words of a language. */
final class NewsWords {

    private final Language language;

    NewsWords(Language language) {
        this.language = language;
    }

    /** What happened to which show. */
    String title(News.Item item) {
        String title = item.title().isBlank() ? language.say("untitled") : item.title();
        String key = item.cancelled() == item.dates()
                ? "news_cancelled"
                : item.announced() ? "news_announced" : item.added() == item.dates() ? "news_added" : "news_changed";
        return language.say(key, title);
    }

    /** The dates it happened to, as HTML, which readers of feeds show. */
    String html(News.Item item) {
        String where = item.place() == null ? item.house().name() : item.place();
        String dates = item.told().stream()
                .map(date -> "<li>" + escaped(date(date)) + "</li>")
                .collect(Collectors.joining());
        int more = item.dates() - item.told().size();
        return (item.house().simulated() ? "<p>" + escaped(language.say("simulated_says")) + "</p>" : "")
                + "<p>" + escaped(language.count("news_dates", item.dates(), where)) + "</p><ul>" + dates + "</ul>"
                + (more > 0 ? "<p>" + escaped(language.count("news_more", more)) + "</p>" : "");
    }

    private String date(News.Date date) {
        Formats formats = language.formats();
        String when = date.startsLocal() == null
                ? formats.longDay(date.day())
                : formats.longDay(date.day()) + ", " + formats.time(date.startsLocal());
        return date.state() == PerformanceState.SCHEDULED
                ? when
                : when + " (" + Show.state(language, date.state().stored()) + ")";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
