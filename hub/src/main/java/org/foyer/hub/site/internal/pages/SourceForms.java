package org.foyer.hub.site.internal.pages;

import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URI;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.foyer.hub.intake.PulledSource;
import org.foyer.hub.intake.SourceWish;
import org.foyer.hub.model.House;
import org.foyer.hub.site.internal.server.Sentences;
import org.foyer.kit.Problem;

/** Writes pulled sources as a page, and reads what a person says of a new one. */
final class SourceForms {

    /** Minutes that can be chosen; a day unless another is. */
    private static final List<Integer> EVERY = List.of(60, 360, 1_440, 10_080);

    private static final int EVERY_DAY = 1_440;
    private static final String RECIPE = "recipe";
    private static final String PAGES = "pages";

    private SourceForms() {}

    static SourceWish wish(MultivaluedMap<String, String> form) {
        String secret = text(form, "secret");
        String every = text(form, "every");
        return new SourceWish(
                text(form, "name"),
                text(form, "kind"),
                text(form, "address"),
                Arrays.stream(text(form, "hosts").split("[\\s,;]+"))
                        .filter(host -> !host.isEmpty())
                        .toList(),
                settings(form),
                secret.isEmpty() ? null : secret,
                every.matches("\\d{1,6}") ? Integer.parseInt(every) : EVERY_DAY);
    }

    private static Map<String, String> settings(MultivaluedMap<String, String> form) {
        Map<String, String> settings = new HashMap<>();
        for (String name : List.of(RECIPE, PAGES)) {
            if (!text(form, name).isEmpty()) {
                settings.put(name, text(form, name));
            }
        }
        return settings;
    }

    private static String text(MultivaluedMap<String, String> form, String name) {
        String given = form.getFirst(name);
        return given == null ? "" : given.strip();
    }

    static SourcesView view(
            Language language,
            House house,
            List<String> kinds,
            List<PulledSource> sources,
            MultivaluedMap<String, String> form,
            List<Problem> problems) {
        String base = "/h/" + house.slug();
        return new SourcesView(
                base,
                told(language, sources),
                problems.stream().map(problem -> problem(language, problem)).toList(),
                sources.stream()
                        .map(source -> source(language, house, base, source))
                        .toList(),
                form(language, kinds, form));
    }

    private static String told(Language language, List<PulledSource> sources) {
        if (sources.isEmpty()) {
            return language.say("sources_none");
        }
        long troubled = sources.stream().filter(SourceForms::isTroubled).count();
        return troubled == 0
                ? language.count("sources_fine", sources.size())
                : language.count("sources_troubled", troubled);
    }

    private static boolean isTroubled(PulledSource source) {
        return source.state() == PulledSource.State.FAILED || source.state() == PulledSource.State.HELD;
    }

    private static SourcesView.Source source(Language language, House house, String base, PulledSource source) {
        String state = source.pulling() ? "pulling" : source.state().name().toLowerCase(Locale.ROOT);
        String tone = switch (source.state()) {
            case TAKEN, UNCHANGED -> "good";
            case FAILED -> "bad";
            case NEW, HELD -> "warn";
        };
        Problem problem = source.problem();
        return new SourcesView.Source(
                source.slug(),
                source.name(),
                language.sayOr(source.kind(), "source_kind_" + source.kind().replace('-', '_')),
                String.valueOf(URI.create(source.address()).getHost()),
                language.say("source_state_" + state),
                source.pulling() ? "warn" : tone,
                source.succeededAt() == null
                        ? language.say("source_never")
                        : language.formats().moment(source.succeededAt(), house.zone()),
                language.formats().moment(source.nextAt(), house.zone()),
                source.records() == null ? null : language.count("source_records", source.records()),
                source.run() == null ? null : base + "/runs/" + source.run(),
                problem == null ? null : problem(language, problem),
                source.state() == PulledSource.State.HELD);
    }

    private static WordsView.Problem problem(Language language, Problem problem) {
        Sentences sentences = Sentences.in(language.locale());
        return new WordsView.Problem(
                sentences.sentence(problem.code(), problem.arguments()),
                sentences.mend(problem.code(), problem.arguments()));
    }

    private static SourcesView.Form form(Language language, List<String> kinds, MultivaluedMap<String, String> form) {
        String kind = text(form, "kind");
        String every = text(form, "every").isEmpty() ? Integer.toString(EVERY_DAY) : text(form, "every");
        return new SourcesView.Form(
                text(form, "name"),
                text(form, "address"),
                text(form, "hosts"),
                text(form, RECIPE),
                text(form, PAGES),
                kinds.stream()
                        .map(one -> new ImportView.Option(
                                one, language.sayOr(one, "source_kind_" + one.replace('-', '_')), one.equals(kind)))
                        .toList(),
                EVERY.stream()
                        .map(Object::toString)
                        .map(minutes -> new ImportView.Option(
                                minutes, language.say("source_every_" + minutes), minutes.equals(every)))
                        .toList());
    }
}
