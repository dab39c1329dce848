package org.foyer.hub.site.internal.pages;

import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.foyer.hub.catalogue.SearchAnswer.Hit;
import org.foyer.hub.governance.Networks.Fault;
import org.foyer.hub.governance.ShowFigure;
import org.foyer.hub.governance.ShowGrant;
import org.foyer.hub.governance.ShowGrant.Event;
import org.foyer.hub.governance.ShowGrant.State;
import org.foyer.hub.governance.ShowGrant.Terms;
import org.foyer.hub.governance.ShowGrants.Granting;
import org.foyer.hub.governance.ShowGrants.Wish;
import org.foyer.hub.model.House;
import org.foyer.hub.site.internal.api.GrantsResource.Both;
import org.foyer.hub.site.internal.pages.GrantsView.Answer;
import org.foyer.hub.site.internal.pages.GrantsView.Ask;
import org.foyer.hub.site.internal.pages.GrantsView.Box;
import org.foyer.hub.site.internal.pages.GrantsView.Request;
import org.jspecify.annotations.Nullable;

/** Tells requests and grants to the people of one house. */
final class GrantViews {

    private static final int DAYS_AT_FIRST = 180;

    private final Language language;
    private final House house;
    private final LocalDate today;
    private final boolean steward;

    GrantViews(Language language, House house, LocalDate today, boolean steward) {
        this.language = language;
        this.house = house;
        this.today = today;
        this.steward = steward;
    }

    /** @param hits found by {@code words}; null when nothing was looked for */
    GrantsView view(Both both, String words, @Nullable List<Hit> hits, @Nullable String done, List<Fault> faults) {
        List<ShowGrant> all =
                Stream.concat(both.received().stream(), both.sent().stream()).toList();
        return new GrantsView(
                "/h/" + house.slug(),
                told(both),
                all.isEmpty() ? null : bars(all),
                done,
                PoolingForms.faults(language, faults),
                steward,
                both.received().stream().map(one -> request(one, true)).toList(),
                both.sent().stream().map(one -> request(one, false)).toList(),
                steward ? ask(words, hits) : null);
    }

    private static long count(List<ShowGrant> grants, State state) {
        return grants.stream().filter(one -> one.state() == state).count();
    }

    private String told(Both both) {
        Formats formats = language.formats();
        return language.say(
                "grant_told",
                formats.number(both.received().size()),
                formats.number(count(both.received(), State.ASKED)),
                formats.number(count(both.received(), State.GRANTED)),
                formats.number(both.sent().size()),
                formats.number(count(both.sent(), State.GRANTED)));
    }

    private Bars bars(List<ShowGrant> all) {
        Map<State, Long> counts = new EnumMap<>(State.class);
        all.forEach(one -> counts.merge(one.state(), 1L, Long::sum));
        long most = counts.values().stream().mapToLong(Long::longValue).max().orElse(1);
        List<Bars.Row> rows = new ArrayList<>();
        counts.forEach((state, count) -> rows.add(new Bars.Row(
                state(language, state), language.formats().number(count), "", Bars.width(count, most), false)));
        return new Bars(language.say("grant_states"), language.say("grant_requests"), rows);
    }

    static String state(Language language, State state) {
        return language.say("grant_state_" + state.key());
    }

    /** The tone in which a state is shown. */
    static String tone(State state) {
        return switch (state) {
            case GRANTED -> "good";
            case ASKED -> "warn";
            case DECLINED, STOPPED -> "bad";
            case WITHDRAWN, EXPIRED -> "";
        };
    }

    String figures(Set<ShowFigure> figures) {
        return figures.stream()
                .sorted()
                .map(this::figure)
                .map(text -> text.substring(0, 1).toLowerCase(language.locale()) + text.substring(1))
                .collect(Collectors.joining(", "));
    }

    private String figure(ShowFigure figure) {
        return language.say("grant_figure_" + Labels.underscored(figure.key()));
    }

    private Request request(ShowGrant grant, boolean received) {
        ShowGrant.Side other = received ? grant.asker() : grant.giver();
        boolean mine = received && steward && grant.state() != State.WITHDRAWN;
        return new Request(
                grant.id(),
                grant.title(),
                other.name() + (grant.node().isEmpty() ? "" : " (" + language.say("grant_on_node") + ")"),
                grant.why(),
                language.say(
                        "grant_wants",
                        figures(grant.wanted()),
                        language.formats().day(grant.wantedUntil())),
                state(language, grant.state()),
                tone(grant.state()),
                grant.terms() == null ? null : terms(grant.terms()),
                grant.reason() == null || grant.reason().isBlank() ? null : language.say("grant_said", grant.reason()),
                grant.history().stream().map(this::event).toList(),
                mine ? answer(grant) : null,
                mine && grant.state() == State.GRANTED,
                mine && grant.state() == State.ASKED,
                !received && steward && grant.state() != State.WITHDRAWN,
                received ? null : tour(house, grant.tour()));
    }

    /** Page of a tour. */
    static String tour(House house, String name) {
        return "/h/" + house.slug() + "/tour?name=" + URLEncoder.encode(name, StandardCharsets.UTF_8);
    }

    private String terms(Terms terms) {
        String from = language.formats().day(terms.from());
        String until = language.formats().day(terms.until());
        return terms.delay() == 0
                ? language.say("grant_terms", figures(terms.figures()), from, until)
                : language.say(
                        "grant_terms_delay",
                        figures(terms.figures()),
                        from,
                        until,
                        language.count("days", terms.delay()));
    }

    private String event(Event event) {
        String when = language.formats().moment(event.at(), house.zone());
        String what = language.say("grant_step_" + event.step().key());
        String figures = event.figures().isEmpty() ? "" : language.say("dp_colon") + figures(event.figures());
        String words = event.words() == null ? "" : " " + language.say("grant_said", event.words());
        return when + " – " + what + figures + words;
    }

    private Answer answer(ShowGrant grant) {
        Terms terms = grant.terms();
        LocalDate from = terms == null ? today : terms.from();
        LocalDate until = terms != null && !terms.until().isBefore(today) ? terms.until() : grant.wantedUntil();
        return new Answer(
                boxes(terms == null ? grant.wanted() : terms.figures()),
                from.toString(),
                (until.isBefore(today) ? today.plusDays(DAYS_AT_FIRST) : until).toString(),
                Integer.toString(terms == null ? 0 : terms.delay()));
    }

    private List<Box> boxes(Set<ShowFigure> chosen) {
        return Arrays.stream(ShowFigure.values())
                .map(one -> new Box(one.key(), figure(one), chosen.contains(one)))
                .toList();
    }

    private Ask ask(String words, @Nullable List<Hit> hits) {
        List<Box> shows = hits == null
                ? List.of()
                : hits.stream()
                        .filter(hit -> !hit.house().id().equals(house.id()))
                        .map(hit -> new Box(hit.iri(), told(hit), false))
                        .toList();
        return new Ask(
                words,
                hits != null,
                shows,
                boxes(Set.of(ShowFigure.DAILY_SALES, ShowFigure.OCCUPANCY)),
                today.plusDays(DAYS_AT_FIRST).toString());
    }

    private String told(Hit hit) {
        String place = hit.venue() == null || hit.venue().equals(hit.house().name()) ? "" : ", " + hit.venue();
        return hit.title() + " – " + hit.house().name() + place + " – "
                + language.formats().day(hit.last());
    }

    static Wish wish(MultivaluedMap<String, String> sent) {
        return new Wish(
                PoolingForms.text(sent, "tour"),
                PoolingForms.text(sent, "why"),
                sent.getOrDefault("figures", List.of()),
                PoolingForms.day(sent, "until"));
    }

    static Granting granting(MultivaluedMap<String, String> sent) {
        return new Granting(
                sent.getOrDefault("figures", List.of()),
                PoolingForms.day(sent, "from"),
                PoolingForms.day(sent, "until"),
                PoolingForms.number(sent, "delay"),
                PoolingForms.text(sent, "words"));
    }
}
