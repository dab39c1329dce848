package org.foyer.hub.site.internal.pages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.foyer.hub.insight.SurveyBank;
import org.foyer.hub.insight.SurveyBank.Question;
import org.foyer.hub.insight.SurveyComparison;
import org.foyer.hub.insight.SurveyComparison.Asked;
import org.foyer.hub.insight.SurveyComparison.Option;
import org.foyer.hub.insight.SurveyComparison.Own;
import org.foyer.hub.site.internal.server.Sentences;
import org.jspecify.annotations.Nullable;

/** Tells the core questions beside other houses: a sentence, and the middle half of them with the house's own point across it. */
final class SurveyPeers {

    /** One point: shares are told in whole percent. */
    private static final double LEAST_TOLD = 0.01;

    private final Language language;
    private final SurveyBank bank;

    SurveyPeers(Language language, SurveyBank bank) {
        this.language = language;
        this.bank = bank;
    }

    /** Of a house that does not take part. */
    static SurveyView.Peers apart(Language language) {
        return new SurveyView.Peers(List.of(language.say("survey_peers_apart")), true, List.of());
    }

    SurveyView.Peers told(SurveyComparison comparison) {
        List<String> lead = new ArrayList<>();
        lead.add(language.say(
                "survey_peers_counted",
                language.formats().month(comparison.from()),
                language.formats().month(comparison.to()),
                language.formats().number(comparison.answers()),
                SurveyComparison.PEER_ANSWERS_MIN));
        if (comparison.simulated()) {
            lead.add(language.say("survey_peers_simulated"));
        }
        List<String> reasons = comparison.questions().stream()
                .map(Asked::withheld)
                .filter(Objects::nonNull)
                .toList();
        boolean nothing = reasons.size() == comparison.questions().size();
        if (nothing && reasons.stream().distinct().count() == 1) {
            lead.add(why(reasons.get(0)));
            return new SurveyView.Peers(lead, false, List.of());
        }
        if (!nothing) {
            lead.add(language.say("survey_peers_how"));
        }
        return new SurveyView.Peers(
                lead, false, comparison.questions().stream().map(this::panel).toList());
    }

    private String why(String code) {
        Sentences sentences = Sentences.in(language.locale());
        String told = sentences.knows(code) ? sentences.sentence(code, List.of()) : language.say("withheld");
        return language.sayOr(told, "survey_peers_" + Labels.underscored(code), SurveyComparison.PEER_ANSWERS_MIN);
    }

    private SurveyView.PeerPanel panel(Asked asked) {
        Optional<Question> question = SurveyBank.find(bank.core(), asked.question());
        String title = question.map(one -> one.title().in(language.code())).orElse(asked.question());
        if (asked.withheld() != null) {
            return new SurveyView.PeerPanel(asked.question(), title, why(asked.withheld()), List.of());
        }
        double longest = asked.top() > 1
                ? asked.top()
                : asked.options().stream()
                        .mapToDouble(SurveyPeers::farthest)
                        .max()
                        .orElse(1);
        List<SurveyView.PeerRow> rows = new ArrayList<>();
        for (Option option : asked.options()) {
            rows.add(row(asked, option, label(title, question, option), longest));
        }
        return new SurveyView.PeerPanel(asked.question(), title, finding(asked, title, question), rows);
    }

    private static double farthest(Option option) {
        Own own = option.own();
        return Math.max(value(option.upperQuartile()), own == null ? 0 : own.high());
    }

    private static double value(@Nullable Double value) {
        return value == null ? 0 : value;
    }

    /** A mean goes by the name of its question. */
    private String label(String title, Optional<Question> question, Option option) {
        return question.stream()
                .flatMap(one -> one.codes().stream())
                .filter(code -> code.id().equals(option.code()))
                .map(code -> code.title().in(language.code()))
                .findFirst()
                .orElse(title);
    }

    /** Of the answer by which the house stands out most; where it stands out by none, of the most frequent. */
    private String finding(Asked asked, String title, Optional<Question> question) {
        Option option = asked.options().stream()
                .filter(one -> one.withheld() == null)
                .max(Comparator.comparingDouble(SurveyPeers::apartBy).thenComparingDouble(one -> value(one.median())))
                .orElseThrow();
        String first = asked.top() > 1 ? Integer.toString(asked.top()) : label(title, question, option);
        String peers = language.formats().number(asked.peers());
        String low = text(asked, value(option.lowerQuartile()));
        String high = text(asked, value(option.upperQuartile()));
        String key = asked.top() > 1 ? "survey_peers_mean" : "survey_peers_share";
        Own own = option.own();
        return own == null
                ? language.say(key + "_untold", peers, first, low, high)
                : language.say(
                        key,
                        peers,
                        first,
                        low,
                        high,
                        text(asked, own.value()),
                        text(asked, own.low()),
                        text(asked, own.high()));
    }

    /** How far the whole interval lies outside of the middle half; 0 when it does not, or by less than pages tell. */
    private static double apartBy(Option option) {
        Own own = option.own();
        double apart = own == null
                ? 0
                : Math.max(own.low() - value(option.upperQuartile()), value(option.lowerQuartile()) - own.high());
        return apart < LEAST_TOLD ? 0 : apart;
    }

    private SurveyView.PeerRow row(Asked asked, Option option, String label, double longest) {
        double low = value(option.lowerQuartile());
        double high = value(option.upperQuartile());
        Own own = option.own();
        return new SurveyView.PeerRow(
                label,
                own == null ? language.say("survey_peers_untold") : text(asked, own.value()),
                own == null ? "" : language.say("survey_interval", text(asked, own.low()), text(asked, own.high())),
                option.withheld() == null ? text(asked, value(option.median())) : language.say("survey_peers_untold"),
                option.withheld() == null
                        ? language.say("survey_interval", text(asked, low), text(asked, high))
                        : why(option.withheld()),
                Bars.width(low, longest),
                Bars.width(high - low, longest),
                Bars.width(value(option.median()), longest),
                own == null ? null : Bars.width(own.value(), longest),
                own == null ? null : Bars.width(own.low(), longest),
                own == null ? null : Bars.width(own.high(), longest));
    }

    private String text(Asked asked, double value) {
        return asked.top() > 1
                ? language.formats().decimal(value)
                : language.formats().wholePercent(value);
    }
}
