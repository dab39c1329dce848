package org.foyer.hub.intake.internal.sheets;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntPredicate;
import org.foyer.hub.intake.History.Ended;
import org.foyer.hub.intake.History.PuttingBack;
import org.foyer.hub.intake.SheetWords;
import org.foyer.hub.intake.ShowSheet;
import org.foyer.hub.intake.internal.runs.HouseFacts;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.store.Register;
import org.foyer.kit.Place;
import org.foyer.kit.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Says something beside what the sheet of a production says, and publishes that alone; whoever calls holds back other publications
 * meanwhile. What somebody else types is left to them; one's own words go on waiting, with what was said in them.
 */
final class SaidBeside {

    private static final int CHARACTERS_OF_A_DAY = 10;

    private final TypedSheets typed;
    private final SheetRegister sheets;
    private final Register register;
    private final IntPredicate undone;
    private final Clock clock;

    SaidBeside(TypedSheets typed, SheetRegister sheets, Register register, IntPredicate undone, Clock clock) {
        this.typed = typed;
        this.sheets = sheets;
        this.register = register;
        this.undone = undone;
        this.clock = clock;
    }

    /**
     * @param words what is said, made from the sheet as it stands published; prices in minor units
     * @param from the other house whose words they are, null when they are the house's own
     * @param seen the sheet as who says it saw it, null for whatever is there
     */
    PuttingBack say(
            HouseId house,
            long production,
            Function<ShowSheet, SheetWords> words,
            @Nullable String from,
            ShowSheet.@Nullable Seen seen,
            String actor) {
        Optional<SheetRegister.Kept> found = typed.of(house, production, actor).flatMap(id -> sheets.byId(house, id));
        if (found.isEmpty()) {
            return new PuttingBack(Ended.UNKNOWN, null, null);
        }
        SheetRegister.Kept kept = found.get();
        ShowSheet now = typed.sheet(house, kept);
        if (kept.draft() != null && !kept.savedBy().equals(actor)) {
            return new PuttingBack(Ended.DRAFT_OF_OTHER, null, now);
        }
        if (seen != null && seen.version() != kept.version()) {
            return new PuttingBack(Ended.CHANGED_SINCE, null, now);
        }
        SheetWords base = typed.named(house, standing(house, kept));
        SheetWords said = Prices.told(
                words.apply(now.showing(Overlay.over(now.files(), base))),
                HouseFacts.of(register, house).places());
        ShowSheet.Published published = typed.publish(house, kept, Overlay.above(base, said), false, from, actor);
        if (published.problems().isEmpty() && kept.draft() != null) {
            SheetWords draft = Overlay.above(typed.named(house, kept.draft()), said);
            sheets.keep(house, kept.id(), draft, null, actor, clock.instant());
        }
        return new PuttingBack(Ended.PUBLISHED, published, null);
    }

    /**
     * Says one value, also where files say the same, because files go on changing.
     *
     * @param value as sources say it, a price in minor units
     */
    ShowSheet.Published decide(
            HouseId house, long production, long performance, String property, String value, String actor) {
        SheetWords decided = performance == 0
                ? new SheetWords(Map.of(property, value), List.of(), null, null)
                : new SheetWords(
                        Map.of(),
                        List.of(new SheetWords.Date(Long.toString(performance), ofDate(property, value))),
                        null,
                        null);
        PuttingBack ended = say(house, production, sheet -> decided, null, null, actor);
        ShowSheet waiting = ended.sheet();
        if (waiting != null) {
            return new ShowSheet.Published(
                    List.of(Problem.stops("sheet-waits", Place.of(""), waiting.savedBy())), null);
        }
        return Optional.ofNullable(ended.published()).orElseThrow();
    }

    private static Map<String, String> ofDate(String property, String value) {
        return property.equals("start")
                ? Map.of(
                        "day",
                        value.substring(0, Math.min(CHARACTERS_OF_A_DAY, value.length())),
                        "time",
                        value.length() > CHARACTERS_OF_A_DAY ? value.substring(CHARACTERS_OF_A_DAY + 1) : "")
                : Map.of(property, value);
    }

    /** What the newest version said whose import was not taken back. */
    private SheetWords standing(HouseId house, SheetRegister.Kept kept) {
        if (kept.run() == null || !undone.test(kept.run())) {
            return kept.published();
        }
        return sheets.versions(house, kept.id(), TypedSheets.VERSIONS_SHOWN).stream()
                .filter(version -> version.run() != null && !undone.test(version.run()))
                .findFirst()
                .flatMap(version -> sheets.version(house, kept.id(), version.version()))
                .orElse(SheetWords.NOTHING);
    }
}
