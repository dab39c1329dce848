package org.foyer.hub.site.internal.pages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.foyer.hub.linking.BuyerCard;
import org.foyer.hub.linking.LinkedPeople;
import org.foyer.hub.linking.Match;
import org.jspecify.annotations.Nullable;

/** Writes doubtful pairs for people: what differs, what speaks for and against, in words and as a picture. */
final class MatchCards {

    private static final String NOTHING = "–";
    private static final double WIDTH_LEAST = 0.8;

    /** Levels that a person need not look at. */
    private static final List<String> ALIKE = List.of("equal", "missing");

    /** Times as likely that nobody would call a difference. */
    private static final double EVEN = 1.15;

    private static final double ROUND_FROM = 10;

    private final Language language;

    MatchCards(Language language) {
        this.language = language;
    }

    static String lead(Language language, LinkedPeople standing) {
        Formats formats = language.formats();
        if (standing.done() && standing.buyers() == 0) {
            return language.say("matches_nobody");
        }
        return standing.done()
                ? language.say(
                        "matches_lead",
                        formats.number(standing.buyers()),
                        formats.number(standing.people()),
                        formats.number(standing.households()))
                : language.say("matches_not_yet");
    }

    /** @param first number of the first pair */
    List<MatchesView.Pair> pairs(List<Match> matches, String prefix, int first) {
        List<MatchesView.Pair> pairs = new ArrayList<>();
        for (Match match : matches) {
            pairs.add(pair(match, prefix, first + pairs.size()));
        }
        return pairs;
    }

    private MatchesView.Pair pair(Match match, String prefix, int number) {
        return new MatchesView.Pair(
                prefix + number,
                match.one().person(),
                match.other().person(),
                language.say("match_title", number, name(match.one()), name(match.other())),
                finding(match),
                language.say(match.joined() ? "match_now_one" : "match_now_two"),
                match.verdict() == null
                        ? null
                        : language.say("match_said_" + match.verdict().key()),
                rows(match),
                waterfall(match),
                new MatchGroups(language).of(match));
    }

    static String name(BuyerCard card) {
        String name = Stream.of(card.firstName(), card.lastName())
                .filter(Objects::nonNull)
                .reduce((first, last) -> first + " " + last)
                .orElse("");
        return name.isEmpty() ? card.buyerRef() : name;
    }

    /** Bits above or below the threshold, as people say it: each doubles the odds. */
    private String odds(double bits) {
        double times = Math.pow(2, Math.abs(bits));
        if (times < EVEN) {
            return language.say("match_even");
        }
        String told = times < ROUND_FROM
                ? language.formats().decimal(times)
                : language.formats().number(Math.round(times));
        return language.say(bits > 0 ? "match_one" : "match_two", told);
    }

    /** The weight in words, with what speaks most for and most against. */
    private String finding(Match match) {
        StringBuilder finding = new StringBuilder(odds(match.weight() - Match.THRESHOLD));
        Comparator<Match.Step> byBits = Comparator.comparingDouble(Match.Step::bits);
        match.steps().stream()
                .filter(step -> step.bits() > 0)
                .max(byBits)
                .ifPresent(step -> finding.append(' ').append(language.say("match_most_for", told(step))));
        match.steps().stream()
                .filter(step -> step.bits() < 0)
                .min(byBits)
                .ifPresent(step -> finding.append(' ').append(language.say("match_most_against", told(step))));
        return finding.toString();
    }

    private String told(Match.Step step) {
        return language.say("match_of_" + step.of()) + " (" + signed(language, step.bits()) + ")";
    }

    static String signed(Language language, double bits) {
        String size = language.formats().decimal(Math.abs(bits));
        return size.equals(language.formats().decimal(0)) ? size : (bits < 0 ? "−" : "+") + size;
    }

    private List<MatchesView.Row> rows(Match match) {
        Map<String, String> levels = new TreeMap<>();
        match.steps().forEach(step -> levels.putAll(step.levels()));
        BuyerCard a = match.one();
        BuyerCard b = match.other();
        return List.of(
                row("first_name", a.firstName(), b.firstName(), levels),
                row("last_name", a.lastName(), b.lastName(), levels),
                row("street", a.street(), b.street(), levels),
                row("postcode", a.postcode(), b.postcode(), levels),
                row("city", a.city(), b.city(), levels),
                row("email", a.email(), b.email(), levels),
                row("phone", a.phone(), b.phone(), levels),
                row("birth_year", text(a.birthYear()), text(b.birthYear()), levels));
    }

    private static @Nullable String text(@Nullable Integer number) {
        return number == null ? null : number.toString();
    }

    private MatchesView.Row row(
            String column, @Nullable String one, @Nullable String other, Map<String, String> levels) {
        String level = levels.getOrDefault(column, "missing");
        return new MatchesView.Row(
                language.say("match_column_" + column),
                one == null ? NOTHING : one,
                other == null ? NOTHING : other,
                level(level),
                !ALIKE.contains(level));
    }

    private String level(String level) {
        return language.say("match_level_" + Labels.underscored(level));
    }

    private MatchesView.Waterfall waterfall(Match match) {
        double low = Math.min(0, match.prior());
        double high = 0;
        for (Match.Step step : match.steps()) {
            low = Math.min(low, step.total());
            high = Math.max(high, step.total());
        }
        Scale scale = new Scale(low, Math.max(high - low, 1));
        List<MatchesView.Step> steps = new ArrayList<>();
        steps.add(step(scale, language.say("match_of_prior"), "", 0, match.prior(), match.prior()));
        double before = match.prior();
        for (Match.Step step : match.steps()) {
            List<String> says =
                    step.levels().values().stream().distinct().map(this::level).toList();
            steps.add(step(
                    scale,
                    language.say("match_of_" + step.of()),
                    String.join(", ", says),
                    before,
                    step.total(),
                    step.bits()));
            before = step.total();
        }
        steps.add(step(scale, language.say("match_of_sum"), "", 0, match.weight(), match.weight()));
        return new MatchesView.Waterfall(number(scale.at(Match.THRESHOLD)), steps);
    }

    private record Scale(double low, double span) {
        double at(double bits) {
            return (bits - low) / span * 100;
        }
    }

    private MatchesView.Step step(Scale scale, String label, String says, double from, double to, double bits) {
        double left = scale.at(Math.min(from, to));
        double width = Math.max(WIDTH_LEAST, scale.at(Math.max(from, to)) - left);
        return new MatchesView.Step(
                label,
                says,
                signed(language, bits),
                language.formats().decimal(to).replace('-', '−'),
                number(Math.min(left, 100 - WIDTH_LEAST)),
                number(width),
                bits < 0);
    }

    private static String number(double percent) {
        return String.format(Locale.ROOT, "%.1f", percent);
    }
}
