package org.foyer.hub.exchange.internal.pooled;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.foyer.hub.exchange.Identity;
import org.foyer.hub.exchange.Participants;
import org.foyer.hub.exchange.PooledComparisons;
import org.foyer.hub.exchange.PooledRefused;
import org.foyer.hub.exchange.Post;
import org.foyer.hub.exchange.internal.NodeKey;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.Followed;
import org.foyer.hub.governance.Gate.Question;
import org.foyer.hub.governance.Gate.SafeFigure;
import org.foyer.hub.governance.Houses;
import org.foyer.hub.governance.PooledGate;
import org.foyer.hub.insight.Comparison;
import org.foyer.hub.insight.Comparison.Line;
import org.foyer.hub.insight.Figure;
import org.foyer.hub.insight.FigureSheet;
import org.foyer.hub.insight.PeerGroup;
import org.foyer.hub.insight.PooledFigures;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.model.Season;
import org.foyer.hub.store.Register;
import org.jspecify.annotations.Nullable;

/** Asks in the name of a house and answers in that of the node. */
public final class NodesTogether implements PooledComparisons {

    private static final int NONCE_BYTES = 16;

    private final String self;
    private final Peers peers;
    private final PooledGate gate;
    private final Supplier<PooledFigures> figures;
    private final Houses houses;
    private final Clock clock;
    private final SecureRandom random;
    private final PooledAnswers answers;
    private final KeptAnswers kept;
    private final Duration step;

    /** @param step how long one step of a question may take */
    NodesTogether(
            String self,
            Peers others,
            PooledGate gate,
            Supplier<PooledFigures> figures,
            Houses houses,
            Register register,
            Clock clock,
            SecureRandom random,
            Duration step) {
        this.step = step;
        this.kept = new KeptAnswers(register, clock);
        this.self = self;
        this.gate = gate;
        this.figures = figures;
        this.houses = houses;
        this.clock = clock;
        this.random = random;
        this.answers = new PooledAnswers(self, others, gate, figures, clock, random);
        this.peers = withSelf(others);
    }

    /**
     * Among the participants of a data space.
     *
     * @param figures found when they are needed
     */
    public static PooledComparisons over(
            Identity identity,
            Participants participants,
            Post post,
            NodeKey key,
            PooledGate gate,
            Supplier<PooledFigures> figures,
            Houses houses,
            Register register,
            Clock clock) {
        return new NodesTogether(
                identity.self(),
                new ParticipantPeers(identity, participants, post, key),
                gate,
                figures,
                houses,
                register,
                clock,
                new SecureRandom(),
                PooledAsking.STEP);
    }

    /** This node answers its own questions like any other member. */
    private Peers withSelf(Peers others) {
        return new Peers() {
            @Override
            public Set<String> names() {
                Set<String> names = new TreeSet<>(others.names());
                names.add(self);
                return names;
            }

            @Override
            public PinnedKeys keys() {
                return others.keys();
            }

            @Override
            public String call(String node, String step, String json) throws IOException {
                return node.equals(self) ? answers.answer(self, step, json) : others.call(node, step, json);
            }
        };
    }

    @Override
    public String answer(String caller, String step, String json) {
        return answers.answer(caller, step, json);
    }

    @Override
    public Optional<Kept> kept(HouseId id, Season season) {
        return gate.takesPart(id)
                ? kept.of(house(id), season, month()).map(one -> followed(id, one))
                : Optional.empty();
    }

    /** What networks adopted since it was kept counts. */
    private Kept followed(HouseId id, Kept kept) {
        List<Line> lines = kept.comparison().lines();
        List<Followed> followed = gate.followed(
                id,
                lines.stream()
                        .map(line -> new Question(line.indicator(), line.version(), line.unit()))
                        .toList());
        Comparison comparison = kept.comparison();
        return new Kept(
                new Comparison(
                        comparison.house(),
                        comparison.season(),
                        comparison.group(),
                        comparison.simulated(),
                        IntStream.range(0, lines.size())
                                .mapToObj(at -> lines.get(at).following(followed.get(at)))
                                .toList()),
                kept.month(),
                kept.askedAt(),
                kept.present());
    }

    private House house(HouseId id) {
        return houses.byId(id).orElseThrow(() -> new IllegalArgumentException("no such house: " + id));
    }

    private YearMonth month() {
        return YearMonth.now(clock.withZone(ZoneOffset.UTC));
    }

    @Override
    public Comparison ask(Actor actor, HouseId id, Season season, Map<String, Absence> apart) {
        Optional<Kept> known = kept(id, season).filter(Kept::present);
        return known.isPresent() ? known.get().comparison() : asked(actor, id, season, apart);
    }

    private Comparison asked(Actor actor, HouseId id, Season season, Map<String, Absence> apart) {
        House house = house(id);
        YearMonth month = month();
        List<Question> questions = figures.get().questions();
        PooledAsking asking = new PooledAsking(peers, step, apart);
        PooledGate.Asking by = gate.asking(id, self);
        if (by.refusal() != null) {
            throw new PooledRefused(by.refusal(), house.slug());
        }
        if (kept.isTakenBack(id, season, month)) {
            throw new PooledRefused("sum-withdrawn", house.slug());
        }
        Set<String> nodes = new TreeSet<>(peers.names());
        if (by.policy() != null) {
            nodes.retainAll(by.nodes());
        }
        Invitation draft = invitation(house, season, month, questions, by.policy(), nodes);
        Map<String, String> why = new TreeMap<>();
        Set<String> willing = asking.willing(draft, draft.members(), why);
        if (Followed.OTHER_ADOPTED.equals(why.get(self))) {
            throw new PooledRefused(Followed.OTHER_ADOPTED, house.slug());
        }
        if (!willing.contains(self) || willing.size() < Round.MEMBERS_MIN) {
            throw new PooledRefused(
                    willing.contains(self) ? "too-few-nodes" : "not-willing", willing.size() + " nodes, not " + why);
        }
        Invitation asked = invitation(house, season, month, questions, by.policy(), willing);
        List<SafeFigure> safe = gate.take(actor, id, season, questions, asked.read(asking.sum(asked)));
        Comparison comparison = comparison(house, season, month.atDay(1).minusDays(1), safe);
        return gate.takesPart(id) ? kept.keep(comparison, month, by.policy()).comparison() : comparison;
    }

    private Invitation invitation(
            House house,
            Season season,
            YearMonth month,
            List<Question> questions,
            @Nullable String agreement,
            Set<String> members) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        return new Invitation(
                self + " " + HexFormat.of().formatHex(nonce) + (agreement == null ? "" : " " + agreement),
                self,
                List.copyOf(members),
                season.firstYear(),
                month.toString(),
                house.simulated(),
                house.currency().getCurrencyCode(),
                agreement,
                agreement == null ? null : house.slug(),
                questions.stream()
                        .map(one -> new Invitation.Asked(one.indicator(), one.version(), one.unit()))
                        .toList());
    }

    private Comparison comparison(House house, Season season, LocalDate asOf, List<SafeFigure> safe) {
        FigureSheet own = figures.get().own(house.id(), season, asOf);
        List<Line> lines = new ArrayList<>();
        for (SafeFigure figure : safe) {
            Double value = own.figures().stream()
                    .filter(one -> one.indicator().equals(figure.question().indicator()) && one.notMeasured() == null)
                    .map(Figure::value)
                    .findFirst()
                    .orElse(null);
            lines.add(Line.of(value, figure));
        }
        return new Comparison(house.id(), season, PeerGroup.ALL, house.simulated(), List.copyOf(lines));
    }
}
