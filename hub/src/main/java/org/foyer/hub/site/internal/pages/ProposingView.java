package org.foyer.hub.site.internal.pages;

import java.util.List;
import org.foyer.hub.governance.AgreementTemplate;
import org.foyer.hub.governance.NetworkForm;
import org.foyer.hub.insight.Indicator;
import org.foyer.hub.site.internal.pages.NetworksView.Choice;

/**
 * What a steward may put to the vote of a network.
 *
 * @param organs elected ones, empty where the form has none
 * @param members who may get or lose a seat
 * @param agreements drafts, as number and version; empty for a house of another node, which does not read them
 * @param days for which a vote is open, unless somebody says otherwise
 */
public record ProposingView(
        List<Choice> organs,
        List<Choice> members,
        List<Choice> indicators,
        List<Choice> purposes,
        List<Choice> agreements,
        int days) {

    static ProposingView of(
            Language language,
            NetworkForm form,
            List<Choice> members,
            List<Indicator> dictionary,
            List<AgreementTemplate> templates,
            List<Choice> agreements) {
        String code = language.code();
        return new ProposingView(
                form.organs().stream()
                        .filter(NetworkForm.Organ::elected)
                        .map(one -> new Choice(one.id(), one.name().in(code)))
                        .toList(),
                members,
                dictionary.stream()
                        .map(one -> new Choice(
                                one.id() + ":" + one.version(),
                                one.name().in(code) + ", " + edition(language, one.version())))
                        .toList(),
                templates.stream()
                        .map(one -> new Choice(one.purpose(), one.purposeTitle().in(code)))
                        .toList(),
                agreements,
                form.days());
    }

    static String edition(Language language, int version) {
        return language.say("net_edition", Integer.toString(version));
    }
}
