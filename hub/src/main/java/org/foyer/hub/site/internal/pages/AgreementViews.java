package org.foyer.hub.site.internal.pages;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.foyer.hub.governance.Agreement;
import org.foyer.hub.governance.Agreement.Standing;
import org.foyer.hub.governance.Agreement.State;
import org.foyer.hub.governance.AgreementTemplate;
import org.foyer.hub.governance.AgreementTerms;
import org.foyer.hub.governance.Agreements;
import org.foyer.hub.governance.Network;
import org.foyer.hub.governance.NetworkAbroad;
import org.foyer.hub.model.House;
import org.foyer.hub.site.internal.pages.AgreementsView.Draw;
import org.foyer.hub.site.internal.pages.AgreementsView.Tick;
import org.foyer.hub.site.internal.pages.NetworksView.Choice;
import org.foyer.hub.site.internal.pages.NetworksView.PoolingFault;
import org.foyer.hub.site.internal.pooling.AgreementDocument;
import org.foyer.hub.site.internal.server.JsonFormat;
import org.jspecify.annotations.Nullable;

/** Makes what the pages of agreements show. */
record AgreementViews(Language language, House house) {

    private String base() {
        return "/h/" + house.slug() + "/agreements";
    }

    AgreementsView list(List<Agreement> agreements, List<AgreementTemplate> templates, boolean steward) {
        long inForce = agreements.stream()
                .filter(one -> one.present().state() == State.IN_FORCE)
                .count();
        return new AgreementsView(
                base(),
                agreements.isEmpty()
                        ? language.say("agr_none")
                        : language.count("agr_some", agreements.size()) + " "
                                + (inForce == 0
                                        ? language.say("agr_in_force_none")
                                        : language.count("agr_in_force", inForce)),
                agreements.stream().map(one -> row(one, templates)).toList(),
                templates.stream()
                        .map(one -> new AgreementsView.Template(
                                base() + "/new?template=" + one.id(),
                                one.title().in(language.code()),
                                one.what().in(language.code()),
                                one.joint()))
                        .toList(),
                steward);
    }

    private AgreementsView.Row row(Agreement agreement, List<AgreementTemplate> templates) {
        Agreement.Version version = agreement.present();
        return new AgreementsView.Row(
                base() + "/" + agreement.id(),
                agreement.title(),
                templates.stream()
                        .filter(one -> one.id().equals(agreement.template()))
                        .findFirst()
                        .map(one -> one.title().in(language.code()))
                        .orElse(agreement.template()),
                state(version.state()),
                tone(version.state()),
                signed(version),
                width(version));
    }

    String state(State state) {
        return language.say("agr_state_" + state.key().replace('-', '_'));
    }

    static String tone(State state) {
        return switch (state) {
            case IN_FORCE -> "good";
            case BROKEN -> "bad";
            case EXPIRED, ENDED -> "warn";
            case DRAFT, OPEN, SUPERSEDED -> "";
        };
    }

    private static long standing(Agreement.Version version, Standing standing) {
        return version.parties().stream()
                .filter(one -> one.standing() == standing)
                .count();
    }

    private String signed(Agreement.Version version) {
        return language.count(
                "agr_signed_of",
                standing(version, Standing.SIGNED),
                language.formats().number(version.parties().size()));
    }

    private static String width(Agreement.Version version) {
        return Long.toString(100
                * standing(version, Standing.SIGNED)
                / Math.max(1, version.parties().size()));
    }

    AgreementView one(
            Agreement agreement,
            Agreement.Version version,
            AgreementTemplate template,
            boolean steward,
            @Nullable String done,
            List<PoolingFault> faults) {
        boolean party = version.party(house.id()).isPresent();
        Place place = new Place(
                base(),
                base() + "/" + agreement.id() + "/versions/" + version.version(),
                "/api/houses/" + house.slug() + "/agreements/" + agreement.id() + "/versions/" + version.version()
                        + "/policy",
                agreement.versions().stream()
                        .map(one -> new AgreementView.Version(
                                base() + "/" + agreement.id() + "?version=" + one.version(),
                                language.say("net_edition", Integer.toString(one.version())),
                                one.version() == version.version()))
                        .toList(),
                template.joint(),
                steward && party ? base() + "/new?template=" + template.id() + "&of=" + agreement.id() : null);
        return at(place, agreement, version, template, steward, done, faults);
    }

    /** Of a network of another node: only signed and withdrawn from here. */
    AgreementView abroad(
            NetworkAbroad network,
            Agreement agreement,
            AgreementTemplate template,
            boolean steward,
            @Nullable String done,
            List<PoolingFault> faults) {
        Agreement.Version version = agreement.versions().get(0);
        String end = network.uid() + "/agreements/" + version.uid();
        Place place = new Place(
                NetworkAbroadViews.base(house) + network.uid(),
                NetworkAbroadViews.base(house) + end,
                "/api/houses/" + house.slug() + "/networks-abroad/" + end + "/policy",
                List.of(),
                false,
                null);
        return at(place, agreement, version, template, steward, done, faults);
    }

    /** Where a version is shown, and what can be reached from there. */
    private record Place(
            String base,
            String here,
            String policy,
            List<AgreementView.Version> versions,
            boolean essence,
            @Nullable String redraw) {}

    private AgreementView at(
            Place place,
            Agreement agreement,
            Agreement.Version version,
            AgreementTemplate template,
            boolean steward,
            @Nullable String done,
            List<PoolingFault> faults) {
        Standing mine = version.party(house.id()).map(Agreement.Party::standing).orElse(null);
        return new AgreementView(
                place.base(),
                place.here(),
                agreement.title(),
                language.say("agr_lead", Integer.toString(version.version()), state(version.state())) + " "
                        + signed(version),
                state(version.state()),
                tone(version.state()),
                done,
                faults,
                AgreementDocument.of(agreement, version, language, house.zone()),
                laidOut(version.policy()),
                place.policy(),
                rules(version.terms(), template),
                version.hash(),
                version.parties().stream().map(this::party).toList(),
                width(version),
                place.versions(),
                place.essence(),
                steward && version.state() == State.OPEN && mine == Standing.WAITING,
                steward && (mine == Standing.SIGNED || mine == Standing.WAITING && version.state() == State.OPEN),
                place.redraw());
    }

    private AgreementView.Party party(Agreement.Party party) {
        String tone = AgreementDocument.tone(party.standing());
        return new AgreementView.Party(
                party.name(),
                AgreementDocument.standing(party, language, house.zone()),
                tone == null ? "" : tone,
                party.key() == null || party.jws() == null ? "" : party.key(),
                party.jws() == null ? "" : party.jws());
    }

    /** The same terms of which the policy is made, in words. */
    private List<AgreementView.Rule> rules(AgreementTerms terms, AgreementTemplate template) {
        List<AgreementView.Rule> rules = new ArrayList<>();
        rule(rules, "purpose", template.purposeTitle().in(language.code()));
        rule(
                rules,
                "data",
                String.join(
                        ", ",
                        terms.data().stream()
                                .map(one -> one.name().in(language.code()))
                                .toList()));
        rule(
                rules,
                "recipients",
                String.join(
                        ", ",
                        terms.recipients().stream()
                                .map(AgreementTerms.Party::name)
                                .toList()));
        rule(
                rules,
                "days",
                language.say(
                        "agr_from_to",
                        language.formats().longDay(terms.from()),
                        language.formats().longDay(terms.until())));
        rule(rules, "houses", Integer.toString(terms.housesMin()));
        rule(rules, "buyers", Integer.toString(terms.buyersMin()));
        rule(rules, "uses", terms.usesMax() == null ? language.say("agr_no_limit") : Integer.toString(terms.usesMax()));
        rule(rules, "forbidden", language.say("agr_everything_else"));
        return List.copyOf(rules);
    }

    private void rule(List<AgreementView.Rule> rules, String key, String value) {
        rules.add(new AgreementView.Rule(language.say("agr_rule_" + key), value));
    }

    /** What is signed has no blanks; people read it with them. */
    private static String laidOut(String policy) {
        try {
            return JsonFormat.mapper()
                    .writerWithDefaultPrettyPrinter()
                    .writeValueAsString(JsonFormat.mapper().readTree(policy));
        } catch (JsonProcessingException e) {
            return policy;
        }
    }

    Draw draw(
            AgreementTemplate template,
            String of,
            List<Network> networks,
            List<House> houses,
            List<AgreementTemplate.Data> indicators,
            MultivaluedMap<String, String> sent,
            List<PoolingFault> faults) {
        List<AgreementTemplate.Data> data = new ArrayList<>(template.data());
        if (template.indicators()) {
            data.addAll(indicators);
        }
        Set<String> slugs = new TreeSet<>();
        networks.forEach(network -> network.members().forEach(member -> slugs.add(member.slug())));
        List<House> together = houses.stream()
                .filter(one -> one.simulated() == house.simulated())
                .filter(one -> networks.isEmpty() || slugs.contains(one.slug()))
                .toList();
        return new Draw(
                base(),
                of,
                template.id(),
                template.title().in(language.code()),
                template.what().in(language.code()),
                value(sent, "title"),
                faults,
                networks.stream().map(one -> new Choice(one.slug(), one.name())).toList(),
                ticks(
                        together.stream()
                                .filter(one -> !one.id().equals(house.id()))
                                .toList(),
                        networks,
                        sent,
                        "parties"),
                ticks(together, networks, sent, "recipients"),
                data.stream()
                        .map(one -> new Tick(
                                one.id(),
                                one.name().in(language.code()),
                                sent.getOrDefault("data", List.of()).contains(one.id())))
                        .toList(),
                value(sent, "from"),
                value(sent, "until"),
                value(sent, "houses"),
                value(sent, "buyers"),
                value(sent, "uses"),
                template.joint(),
                value(sent, "network"));
    }

    /** Houses of this node, then those of others in its networks. */
    private static List<Tick> ticks(
            List<House> houses, List<Network> networks, MultivaluedMap<String, String> sent, String name) {
        List<String> ticked = sent.getOrDefault(name, List.of());
        return Stream.concat(
                        houses.stream().map(one -> new Tick(one.slug(), one.name(), ticked.contains(one.slug()))),
                        networks.stream()
                                .flatMap(network -> network.guests().stream())
                                .filter(guest -> guest.state() == NetworkAbroad.State.MEMBER)
                                .map(guest -> new Tick(guest.key(), guest.name(), ticked.contains(guest.key())))
                                .distinct())
                .toList();
    }

    private static String value(MultivaluedMap<String, String> sent, String name) {
        String text = PoolingForms.text(sent, name);
        return text == null ? "" : text;
    }

    static Agreements.Wish wish(MultivaluedMap<String, String> sent) {
        return new Agreements.Wish(
                PoolingForms.text(sent, "template"),
                PoolingForms.text(sent, "title"),
                PoolingForms.text(sent, "network"),
                sent.getOrDefault("parties", List.of()),
                sent.getOrDefault("recipients", List.of()),
                sent.getOrDefault("data", List.of()),
                PoolingForms.day(sent, "from"),
                PoolingForms.day(sent, "until"),
                PoolingForms.number(sent, "houses"),
                PoolingForms.number(sent, "buyers"),
                PoolingForms.number(sent, "uses"));
    }
}
