package org.foyer.hub.site.internal.pages;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.MultivaluedHashMap;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.Agreement;
import org.foyer.hub.governance.AgreementTemplate;
import org.foyer.hub.governance.AgreementTemplate.Data;
import org.foyer.hub.governance.Agreements;
import org.foyer.hub.governance.Ballot.Choice;
import org.foyer.hub.governance.Network;
import org.foyer.hub.governance.NetworkAbroad;
import org.foyer.hub.governance.Networks;
import org.foyer.hub.governance.Networks.Founding;
import org.foyer.hub.governance.Networks.Wish;
import org.foyer.hub.governance.Proposal;
import org.foyer.hub.governance.Proposal.Kind;
import org.foyer.hub.governance.Proposal.Matter;
import org.foyer.hub.governance.Purpose.Text;
import org.foyer.hub.model.Discipline;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.model.PostalAddress;
import org.foyer.hub.site.Node;
import org.foyer.hub.site.NodeSettings;
import org.foyer.hub.site.internal.document.DocumentPdf;
import org.foyer.hub.site.internal.document.PlainText;
import org.foyer.hub.site.internal.pooling.AgreementDocument;
import org.foyer.hub.site.internal.pooling.MinutesText;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages of a network of five houses of a real node, in both languages; left in target/pages for whoever wants to look. */
class PoolingPagesTest {

    private static final Actor LEA = new Actor("lea", false, Map.of(), false);
    private static final List<Data> INDICATORS =
            List.of(new Data("occupancy", new Text("taux de remplissage", "occupancy")));
    private static final List<String> NAMES = List.of(
            "Théâtre de la Ville haute",
            "Scène du Port",
            "Opéra <du> Marché",
            "Festival des Quais",
            "Maison de la danse");

    @TempDir
    Path folder;

    private final List<House> houses = new ArrayList<>();
    private Node node;
    private Networks networks;
    private Agreements agreements;
    private String slug = "";

    @BeforeEach
    void aNetworkThatVotes() {
        node = Node.open(NodeSettings.of(folder, name -> null));
        networks = node.pooling().networks();
        agreements = node.pooling().agreements();
        for (String name : NAMES) {
            houses.add(node.houses()
                    .add(new House(
                            new HouseId(1),
                            "house-" + houses.size(),
                            name,
                            Discipline.THEATRE,
                            400,
                            PostalAddress.UNKNOWN,
                            null,
                            ZoneId.of("Europe/Paris"),
                            Currency.getInstance("EUR"),
                            false)));
        }
        slug = String.valueOf(networks.found(
                        houses.get(0),
                        new Founding(
                                "Scènes de l’Ouest", "Comparer nos chiffres & mieux accueillir.", "co-operative", null),
                        LEA)
                .network());
        for (int i = 1; i < 4; i++) {
            networks.invite(houses.get(0), slug, "house-" + i, null, LEA);
            end(networks.join(houses.get(i), slug, LEA).proposal(), i);
        }
        networks.invite(houses.get(0), slug, "house-4", null, LEA);
        end(propose(Kind.PURPOSE, "Comparer nos chiffres", Matter.decision("comparison", "Comparer, rien d’autre")), 4);
        end(propose(Kind.DEFINITION, "Le même remplissage", Matter.decision("occupancy", "1")), 4);
        long open = propose(Kind.THRESHOLD, "Neuf maisons <au moins>", Matter.decision("houses", "9"));
        networks.vote(houses.get(0), slug, open, Choice.YES, LEA);
        networks.vote(houses.get(1), slug, open, Choice.NO, LEA);
        networks.declareConflict(houses.get(3), slug, open, "Nous vendons l’outil", LEA);
    }

    @AfterEach
    void close() {
        node.close();
    }

    private Long propose(Kind kind, String title, Matter matter) {
        return networks.propose(houses.get(0), slug, new Wish(kind, title, "Parce que c’est mieux.", matter, 10), LEA)
                .proposal();
    }

    private void end(Long proposal, int voters) {
        houses.subList(0, voters).forEach(house -> networks.vote(house, slug, proposal, Choice.YES, LEA));
        networks.close(houses.get(0), slug, proposal, LEA);
    }

    private static final List<Language> LANGUAGES = List.of(Language.ENGLISH, Language.FRENCH);

    @Test
    void networksAndVotesRender() throws IOException {
        House house = houses.get(0);
        Network network = networks.network(house.id(), slug).orElseThrow();
        List<Proposal> proposals = networks.proposals(house.id(), slug);
        for (Language language : LANGUAGES) {
            NetworkViews views = new NetworkViews(language, house);
            assertThat(TemplatesTest.render(
                            language,
                            "networks",
                            views.list(networks.of(house.id()), List.of(), networks.forms(), true, null, List.of())))
                    .contains("Scènes de l’Ouest", language.count("net_members", 4))
                    .doesNotContain("{t:", "{view", "null");
            House guest = houses.get(4);
            assertThat(TemplatesTest.render(
                            language,
                            "network",
                            new NetworkViews(language, guest)
                                    .one(
                                            networks.network(guest.id(), slug).orElseThrow(),
                                            networks.proposals(guest.id(), slug),
                                            true,
                                            List.of(),
                                            List.of(),
                                            List.of(),
                                            List.of(),
                                            List.of(),
                                            null,
                                            List.of())))
                    .contains(language.say("net_say_yes"))
                    .doesNotContain("Neuf maisons", language.say("net_propose"));
            assertThat(TemplatesTest.render(
                            language,
                            "network",
                            views.one(
                                    network,
                                    proposals,
                                    true,
                                    node.houses().all(),
                                    node.figures().dictionary(),
                                    agreements.templates(),
                                    agreements.of(house.id()),
                                    List.of(new NetworksView.Choice("urn:foyer:node:1", "Nœud <voisin>")),
                                    null,
                                    List.of())))
                    .contains("Neuf maisons &lt;au moins&gt;", "Opéra &lt;du&gt; Marché", "&amp; mieux accueillir")
                    .contains(
                            "name=\"node\"",
                            "Nœud &lt;voisin&gt;",
                            "class=\"yes\" width=\"33.33%\"",
                            "x1=\"50.00%\"",
                            language.say("net_quorum_reached"))
                    .doesNotContain("{t:", "{view", "{act", "null");
            assertThat(TemplatesTest.render(
                            language, "proposal", views.proposal(network, proposals.get(0), true, null, List.of())))
                    .contains(
                            "Nous vendons l’outil",
                            language.say("net_struck_conflict"),
                            "value=\"yes\" required checked")
                    .doesNotContain("{t:", "{view", "null", language.say("net_proof_holds"));
            assertThat(TemplatesTest.render(
                            language, "proposal", views.proposal(network, proposals.get(1), true, null, List.of())))
                    .contains(language.say("net_proof_holds"), "minutes.pdf?lang=fr")
                    .doesNotContain("{t:", "name=\"choice\"");
        }
    }

    @Test
    void minutesAreTheSameOnPaper() throws IOException {
        House house = houses.get(0);
        Network network = networks.network(house.id(), slug).orElseThrow();
        Proposal ended = networks.proposals(house.id(), slug).get(1);
        assertThat(ended.minutes()).isNotNull();
        for (Language language : LANGUAGES) {
            String told = PlainText.of(MinutesText.of(network, ended, language, house.zone()));
            assertThat(told).contains(ended.minutes().hash(), "house-0", language.say("net_choice_yes"));
            String paper = paper(DocumentPdf.of(MinutesText.of(network, ended, language, house.zone())));
            assertThat(paper)
                    .contains(language.say("net_minutes"), "Scènes de l’Ouest", language.say("net_outcome_adopted"));
        }
    }

    private static String paper(byte[] pdf) throws IOException {
        assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private Agreement drawn() {
        Agreements.Done done = agreements.draw(
                houses.get(0),
                new Agreements.Wish(
                        "comparison",
                        "Saison <2031>",
                        null,
                        List.of("house-1", "house-2"),
                        List.of(),
                        List.of("occupancy"),
                        null,
                        LocalDate.now(node.settings().clock()).plusMonths(6),
                        null,
                        null,
                        null),
                INDICATORS,
                "https://foyer.example",
                LEA);
        assertThat(done.faults()).isEmpty();
        return agreements.agreement(houses.get(0).id(), done.agreement()).orElseThrow();
    }

    private String organ(Language language) {
        return networks.forms().stream()
                .filter(form -> form.id().equals("co-operative"))
                .findFirst()
                .flatMap(form -> form.organ("board"))
                .orElseThrow()
                .name()
                .in(language.code());
    }

    @Test
    void networksOfOtherNodesRender() throws IOException {
        House house = houses.get(0);
        Agreement agreement = drawn();
        for (Language language : LANGUAGES) {
            NetworkAbroadViews views = new NetworkAbroadViews(
                    language,
                    house,
                    id -> id.endsWith("1") ? "Nœud du <réseau>" : "Tiers",
                    new NetworkAbroadViews.Known(networks.forms(), List.of(), agreements.templates()));
            NetworkAbroad invited = SampleNetworkAbroad.named(slug, NetworkAbroad.State.INVITED, agreement);
            assertThat(TemplatesTest.render(
                            language,
                            "networks",
                            new NetworkViews(language, house)
                                    .list(
                                            List.of(),
                                            List.of(views.row(invited)),
                                            networks.forms(),
                                            true,
                                            null,
                                            List.of())))
                    .contains("Scènes &lt;d’ailleurs&gt;", language.say("net_you_are_invited"))
                    .contains("/h/house-0/networks-abroad/0000")
                    .doesNotContain("{t:", "{view", "null");
            assertThat(TemplatesTest.render(language, "network-abroad", views.one(invited, true, null, List.of())))
                    .contains(language.say("net_say_yes"), language.say("net_waits"), "Nœud du &lt;réseau&gt;", "Tiers")
                    .contains("Saison &lt;2031&gt;", language.say("agr_waiting"))
                    .doesNotContain("{t:", "{view", "null", "value=\"leave\"");
            NetworkAbroad member = SampleNetworkAbroad.named(slug, NetworkAbroad.State.MEMBER, agreement);
            assertThat(TemplatesTest.render(language, "network-abroad", views.one(member, true, null, List.of())))
                    .contains("value=\"leave\"", "Compter &lt;ensemble&gt;", "value=\"no\" checked", "value=\"12\"")
                    .contains(language.say("net_outcome_adopted"), language.say("net_choice_none"))
                    .contains("Étudier &lt;tout&gt;", "Elle y &lt;gagne&gt;", language.say("net_struck_conflict"))
                    .contains("Moins &lt;fort&gt;", "value=\"take-back\"", "/h/house-0/networks-abroad/0000/proposals")
                    .contains(language.say("net_at_least", "9"), language.say("net_subject_houses"))
                    .contains(language.say("net_about_seat", "Maison B", organ(language)))
                    .contains("value=\"b@urn:foyer:node:2\"")
                    .doesNotContain("value=\"accept\"", "value=\"11\"", "id=\"why-13\"", "id=\"a-subject\"");
            assertThat(TemplatesTest.render(language, "network-abroad", views.one(member, false, null, List.of())))
                    .as("a reader does nothing")
                    .doesNotContain("value=\"vote\"", "value=\"leave\"", "value=\"accept\"", "value=\"decline\"")
                    .doesNotContain("value=\"take-back\"", "value=\"conflict\"", "/proposals");
            assertThat(TemplatesTest.render(
                            language,
                            "agreement",
                            new AgreementViews(language, house)
                                    .abroad(
                                            member,
                                            agreement,
                                            agreements.templates().get(0),
                                            true,
                                            null,
                                            List.of())))
                    .contains(agreement.present().hash(), "foyer:data-occupancy", language.say("agr_sign"))
                    .contains("/networks-abroad/0000/agreements/"
                            + agreement.present().uid() + "/text.pdf")
                    .doesNotContain("{t:", "{view", "null");
        }
    }

    @Test
    void agreementsRenderBesideTheirPolicyAndOnPaper() throws IOException {
        Agreement drawn = drawn();
        agreements.sign(houses.get(1), drawn.id(), 1, drawn.present().hash(), LEA);
        House house = houses.get(0);
        Agreement agreement = agreements.agreement(house.id(), drawn.id()).orElseThrow();
        AgreementTemplate template = agreements.templates().get(0);
        for (Language language : LANGUAGES) {
            AgreementViews views = new AgreementViews(language, house);
            assertThat(TemplatesTest.render(
                            language,
                            "agreements",
                            views.list(agreements.of(house.id()), agreements.templates(), true)))
                    .contains("Saison &lt;2031&gt;", language.say("agr_state_open"), "width=\"33%\"")
                    .doesNotContain("{t:", "{view", "null");
            assertThat(TemplatesTest.render(
                            language,
                            "agreement",
                            views.one(agreement, agreement.present(), template, true, null, List.of())))
                    .contains(agreement.present().hash(), "Opéra &lt;du&gt; Marché", "foyer:data-occupancy")
                    .contains(language.say("agr_sign"), language.say("agr_waiting"))
                    .doesNotContain("{t:", "{view", "null");
            assertThat(TemplatesTest.render(
                            language,
                            "agreement-new",
                            views.draw(
                                    template,
                                    "",
                                    List.of(),
                                    node.houses().all(),
                                    INDICATORS,
                                    new MultivaluedHashMap<>(),
                                    List.of())))
                    .contains("value=\"house-2\"", "value=\"occupancy\"")
                    .contains("name=\"recipients\" value=\"" + house.slug() + "\"")
                    .doesNotContain("name=\"parties\" value=\"" + house.slug() + "\"") // it agrees by drawing it up
                    .doesNotContain("{t:", "{view", "null");
            String paper =
                    paper(DocumentPdf.of(AgreementDocument.of(agreement, agreement.present(), language, house.zone())));
            assertThat(paper).contains("Opéra <du> Marché", language.say("agr_signatures"));
            String essence = paper(DocumentPdf.of(AgreementDocument.essence(
                    agreement,
                    agreement.present(),
                    agreements.essence(agreement.present().terms(), language.code()),
                    party -> node.houses()
                            .bySlug(party)
                            .map(one -> node.purposes().terms(one.id())),
                    language)));
            assertThat(essence).contains("26", language.say("agr_contacts"));
        }
    }
}
