package org.foyer.hub.intake.internal.pull;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.foyer.hub.fetching.Fetcher;
import org.foyer.hub.fetching.WaitingLine;
import org.foyer.hub.intake.Intake;
import org.foyer.hub.intake.PulledSource;
import org.foyer.hub.intake.PulledSources;
import org.foyer.hub.intake.SourceWish;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.model.ShortName;
import org.foyer.hub.store.Archive;
import org.foyer.hub.store.HouseSecrets;
import org.foyer.hub.store.Register;
import org.foyer.kit.Problem;

/** Keeps the sources of all houses and pulls them in one line, so that never two of them ask at once. */
public final class HousePulls implements PulledSources, AutoCloseable {

    private static final int SLUG_CHARACTERS_MAX = 40;
    private static final int DUE_AT_ONCE_MAX = 100;
    private static final Duration LOOK_EVERY = Duration.ofSeconds(30);

    private final SourceRegister rows;
    private final HouseSecrets secrets;
    private final Connectors connectors;
    private final SourceCheck check;
    private final Pulling pulling;
    private final Fetcher fetcher;
    private final Clock clock;
    private final WaitingLine line = new WaitingLine("pulling");

    private HousePulls(
            SourceRegister rows,
            HouseSecrets secrets,
            Connectors connectors,
            Pulling pulling,
            Fetcher fetcher,
            Clock clock) {
        this.rows = rows;
        this.secrets = secrets;
        this.connectors = connectors;
        this.check = new SourceCheck(connectors, fetcher);
        this.pulling = pulling;
        this.fetcher = fetcher;
        this.clock = clock;
    }

    /** Over the stores of one node. */
    public static HousePulls over(
            Register register,
            Archive archive,
            Intake intake,
            Path workFolder,
            Fetcher fetcher,
            Connectors connectors,
            Clock clock) {
        HouseSecrets secrets = new HouseSecrets(archive);
        return new HousePulls(
                new SourceRegister(register),
                secrets,
                connectors,
                new Pulling(intake, fetcher, secrets, connectors, workFolder, clock),
                fetcher,
                clock);
    }

    @Override
    public List<String> kinds() {
        return connectors.kinds();
    }

    @Override
    public List<PulledSource> all(HouseId house) {
        return rows.ofHouse(house).stream().map(this::shown).toList();
    }

    @Override
    public Optional<PulledSource> find(HouseId house, String slug) {
        return rows.find(house, slug).map(this::shown);
    }

    private PulledSource shown(SourceRow row) {
        PulledSource source = row.source();
        return line.holds(row.id()) ? source.whilePulling() : source;
    }

    @Override
    public Outcome add(HouseId house, SourceWish wish, String actor) {
        SourceCheck.Checked checked = check.check(wish);
        if (!checked.problems().isEmpty()) {
            return new Outcome(checked.problems(), null);
        }
        String secret = wish.secret();
        String sealed = secret == null ? null : secrets.seal(house, Pulling.SECRET_OF, secret);
        return rows.register().write(handle -> {
            List<SourceRow> own = SourceRegister.ofHouse(handle, house);
            List<Problem> refused = new ArrayList<>();
            if (own.size() >= SOURCES_MAX) {
                refused.add(SettingCheck.problem("name", "sources-too-many", Integer.toString(SOURCES_MAX)));
            }
            String name = wish.name().strip();
            if (own.stream().anyMatch(row -> row.source().name().equalsIgnoreCase(name))) {
                refused.add(SettingCheck.problem("name", "source-name-taken", name));
            }
            if (!refused.isEmpty()) {
                return new Outcome(refused, null);
            }
            PulledSource source = made(wish, checked, free(own, name), sealed != null, actor);
            SourceRegister.insert(handle, house, source, sealed);
            return new Outcome(List.of(), source);
        });
    }

    private static String free(List<SourceRow> own, String name) {
        String plain = ShortName.cut(ShortName.of(name), SLUG_CHARACTERS_MAX);
        List<String> taken = own.stream().map(row -> row.source().slug()).toList();
        return ShortName.free(plain.isEmpty() ? "source" : plain, taken::contains);
    }

    private PulledSource made(SourceWish wish, SourceCheck.Checked checked, String slug, boolean secret, String actor) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return new PulledSource(
                slug,
                wish.name().strip(),
                wish.kind(),
                checked.address().toString(),
                checked.hosts(),
                wish.settings(),
                secret,
                wish.everyMinutes(),
                PulledSource.State.NEW,
                false,
                null,
                actor,
                now,
                null,
                null,
                now,
                null,
                null,
                null);
    }

    @Override
    public boolean remove(HouseId house, String slug) {
        return rows.delete(house, slug);
    }

    @Override
    public Optional<PulledSource> pull(HouseId house, String slug, String actor, Duration patience) {
        return rows.find(house, slug).flatMap(row -> {
            line.stand(row.id(), patience, () -> pullNow(row, actor));
            return find(house, slug);
        });
    }

    @Override
    public Optional<PulledSource> takeHeld(HouseId house, String slug, String actor, Duration patience) {
        return rows.find(house, slug).filter(row -> row.held() != null).flatMap(row -> {
            line.stand(row.id(), patience, () -> atItsTurn(row, found -> pulling.takeHeld(found, actor)));
            return find(house, slug);
        });
    }

    private void pullNow(SourceRow asked, String actor) {
        atItsTurn(asked, row -> Optional.of(pulling.pull(row, actor)));
    }

    /** As the source stands when its turn has come; nothing when it was removed meanwhile. */
    private void atItsTurn(SourceRow asked, Function<SourceRow, Optional<PullEnd>> work) {
        line.alone(() -> rows.find(asked.house(), asked.source().slug())
                .filter(row -> row.id() == asked.id())
                .ifPresent(row -> work.apply(row).ifPresent(end -> rows.ended(row, end))));
    }

    @Override
    public void begin() {
        line.every(LOOK_EVERY, () -> pullDue(1));
    }

    @Override
    public int pullDue() {
        return pullDue(DUE_AT_ONCE_MAX);
    }

    private int pullDue(int most) {
        int pulled = 0;
        for (SourceRow row : rows.due(clock.instant(), most)) {
            if (line.passes(row.id(), () -> pullNow(row, SCHEDULE))) {
                pulled++;
            }
        }
        return pulled;
    }

    /** Begins nothing more and waits a little for what is under way. */
    @Override
    public void close() {
        line.close();
        fetcher.close();
    }
}
