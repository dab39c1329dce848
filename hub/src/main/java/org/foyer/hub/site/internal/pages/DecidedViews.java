package org.foyer.hub.site.internal.pages;

import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.foyer.hub.governance.AgreementTemplate;
import org.foyer.hub.governance.Network;
import org.foyer.hub.governance.Proposal.Kind;
import org.foyer.hub.insight.Indicator;
import org.foyer.hub.site.internal.pooling.PoolingWords;

/** What a network decided, in words. */
final class DecidedViews {

    private DecidedViews() {}

    /** @param network address of its page, where its votes are; empty when this node has no page of them */
    static NetworkView.Decided of(
            Language language,
            ZoneId zone,
            Network.Decision decision,
            List<Indicator> dictionary,
            List<AgreementTemplate> templates,
            String network) {
        PoolingWords words = new PoolingWords(language);
        String subject = Stream.concat(
                        dictionary.stream()
                                .filter(one -> one.id().equals(decision.subject()))
                                .map(one -> one.name().in(language.code())),
                        templates.stream()
                                .filter(one -> decision.kind() == Kind.PURPOSE
                                        && one.purpose().equals(decision.subject()))
                                .map(one -> one.purposeTitle().in(language.code())))
                .findFirst()
                .orElseGet(() -> language.sayOr(decision.subject(), "net_subject_" + decision.subject()));
        return new NetworkView.Decided(
                words.kind(decision.kind()) + language.say("dp_colon") + subject,
                switch (decision.kind()) {
                    case DEFINITION -> language.say("net_edition", decision.value());
                    case THRESHOLD -> language.say("net_at_least", decision.value());
                    default -> decision.value();
                },
                language.formats().number(decision.version()),
                words.moment(decision.since(), zone),
                network.isEmpty() ? "" : network + "/proposals/" + decision.proposal());
    }
}
