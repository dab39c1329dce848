package org.foyer.hub.catalogue.internal.publication;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.foyer.hub.catalogue.AgendaWish;
import org.foyer.hub.catalogue.Agendas;
import org.foyer.hub.catalogue.Programme;
import org.foyer.hub.catalogue.PublishedAgenda;
import org.foyer.hub.catalogue.Rehearsal;
import org.foyer.hub.fetching.Fetcher;
import org.foyer.hub.fetching.WaitingLine;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.model.ShortName;
import org.foyer.hub.store.Archive;
import org.foyer.hub.store.HouseSecrets;
import org.foyer.hub.store.Register;
import org.foyer.kit.Problem;

/** Keeps the agendas of all houses and publishes to them in one line, so that never two of them are sent to at once. */
public final class HouseAgendas implements Agendas, AutoCloseable {

    private static final int SLUG_CHARACTERS_MAX = 40;
    private static final int DUE_AT_ONCE_MAX = 100;
    private static final Duration LOOK_EVERY = Duration.ofSeconds(30);

    private final AgendaRegister rows;
    private final HouseSecrets secrets;
    private final Map<String, AgendaKind> kinds = new LinkedHashMap<>();
    private final AgendaCheck check;
    private final Publishing publishing;
    private final Fetcher fetcher;
    private final Function<HouseId, Optional<House>> houses;
    private final Clock clock;
    private final WaitingLine line = new WaitingLine("publishing");

    /** Over the stores of one node. */
    public HouseAgendas(
            Register register,
            Archive archive,
            Programme programme,
            Function<HouseId, Optional<House>> houses,
            Fetcher fetcher,
            Clock clock) {
        this(register, archive, programme, houses, fetcher, clock, () -> {});
    }

    /** @param afterAnswer called when an agenda answered, before the register knows; for tests of crashes */
    HouseAgendas(
            Register register,
            Archive archive,
            Programme programme,
            Function<HouseId, Optional<House>> houses,
            Fetcher fetcher,
            Clock clock,
            Runnable afterAnswer) {
        this.rows = new AgendaRegister(register);
        this.secrets = new HouseSecrets(archive);
        for (AgendaKind kind : List.of(new OpenAgenda(), new Uitdatabank())) {
            kinds.put(kind.name(), kind);
        }
        this.check = new AgendaCheck(kinds, fetcher);
        this.publishing = new Publishing(register, new OutgoingShows(programme), fetcher, secrets, clock, afterAnswer);
        this.fetcher = fetcher;
        this.houses = houses;
        this.clock = clock;
    }

    @Override
    public List<String> kinds() {
        return List.copyOf(kinds.keySet());
    }

    @Override
    public List<PublishedAgenda> all(HouseId house) {
        return rows.ofHouse(house).stream().map(this::shown).toList();
    }

    @Override
    public Optional<PublishedAgenda> find(HouseId house, String slug) {
        return rows.find(house, slug).map(this::shown);
    }

    private PublishedAgenda shown(AgendaRow row) {
        return line.holds(row.id()) ? row.agenda().whilePublishing() : row.agenda();
    }

    @Override
    public Outcome add(House house, AgendaWish wish, String actor) {
        AgendaCheck.Checked checked = check.check(wish);
        if (!checked.problems().isEmpty()) {
            return new Outcome(checked.problems(), null);
        }
        AgendaKind kind = kind(wish.kind());
        String target = kind.target(checked.address(), checked.settings());
        String sealed = secrets.seal(house.id(), Publishing.SECRET_OF, String.valueOf(wish.secret()));
        return rows.register().write(handle -> {
            List<AgendaRow> own = AgendaRegister.ofHouse(handle, house.id());
            List<Problem> refused = refused(own, wish.name().strip(), target);
            if (!refused.isEmpty()) {
                return new Outcome(refused, null);
            }
            PublishedAgenda agenda = made(wish, checked, free(own, wish.name()), actor);
            AgendaRegister.insert(handle, house.id(), target, agenda, sealed);
            return new Outcome(List.of(), agenda);
        });
    }

    private static List<Problem> refused(List<AgendaRow> own, String name, String target) {
        List<Problem> refused = new ArrayList<>();
        if (own.size() >= AGENDAS_MAX) {
            refused.add(AgendaCheck.problem("name", "agendas-too-many", Integer.toString(AGENDAS_MAX)));
        }
        if (own.stream().anyMatch(row -> row.agenda().name().equalsIgnoreCase(name))) {
            refused.add(AgendaCheck.problem("name", "agenda-name-taken", name));
        }
        own.stream()
                .filter(row -> row.target().equals(target))
                .findFirst()
                .ifPresent(same -> refused.add(AgendaCheck.problem(
                        "address", "agenda-connected", same.agenda().name())));
        return refused;
    }

    private static String free(List<AgendaRow> own, String name) {
        String plain = ShortName.cut(ShortName.of(name), SLUG_CHARACTERS_MAX);
        List<String> taken = own.stream().map(row -> row.agenda().slug()).toList();
        return ShortName.free(plain.isEmpty() ? "agenda" : plain, taken::contains);
    }

    private PublishedAgenda made(AgendaWish wish, AgendaCheck.Checked checked, String slug, String actor) {
        return new PublishedAgenda(
                slug,
                wish.name().strip(),
                wish.kind(),
                checked.address().toString(),
                checked.settings(),
                wish.everyMinutes(),
                PublishedAgenda.State.NEW,
                false,
                null,
                actor,
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                null,
                null,
                null,
                0,
                PublishedAgenda.Done.NOTHING);
    }

    /** A run that is under way comes to its end all the same. */
    @Override
    public boolean remove(HouseId house, String slug) {
        return rows.delete(house, slug);
    }

    private AgendaKind kind(String name) {
        AgendaKind kind = kinds.get(name);
        if (kind == null) {
            throw new IllegalStateException("no agenda of kind " + name);
        }
        return kind;
    }

    @Override
    public Optional<Rehearsal> rehearse(House house, String slug) {
        return rows.find(house.id(), slug)
                .map(row -> publishing.rehearse(row, kind(row.agenda().kind()), house));
    }

    @Override
    public Optional<PublishedAgenda> publish(House house, String slug, Duration patience) {
        return asked(house, slug, patience, false);
    }

    @Override
    public Optional<PublishedAgenda> withdraw(House house, String slug, Duration patience) {
        return asked(house, slug, patience, true);
    }

    private Optional<PublishedAgenda> asked(House house, String slug, Duration patience, boolean nothing) {
        return rows.find(house.id(), slug).flatMap(row -> {
            rows.want(row, nothing, clock.instant());
            line.stand(row.id(), patience, () -> runAtItsTurn(house, slug, true));
            return find(house.id(), slug);
        });
    }

    /** As the agenda stands when its turn has come; nothing when it was forgotten meanwhile. */
    private void runAtItsTurn(House house, String slug, boolean pressed) {
        line.alone(() -> rows.find(house.id(), slug)
                .ifPresent(row ->
                        rows.ended(row, publishing.run(row, kind(row.agenda().kind()), house, pressed))));
    }

    @Override
    public void begin() {
        line.every(LOOK_EVERY, () -> publishDue(1));
    }

    @Override
    public int publishDue() {
        return publishDue(DUE_AT_ONCE_MAX);
    }

    private int publishDue(int most) {
        int published = 0;
        for (Map.Entry<HouseId, String> due : rows.due(clock.instant(), most)) {
            Optional<House> house = houses.apply(due.getKey());
            Optional<AgendaRow> row = rows.find(due.getKey(), due.getValue());
            if (house.isPresent()
                    && row.isPresent()
                    && line.passes(row.get().id(), () -> runAtItsTurn(house.get(), due.getValue(), false))) {
                published++;
            }
        }
        return published;
    }

    /** Begins nothing more and waits a little for what is under way. */
    @Override
    public void close() {
        line.close();
        fetcher.close();
    }
}
