package org.foyer.hub.intake.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.foyer.hub.intake.internal.IntakeStand.PARIS;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.foyer.hub.intake.SheetWords;
import org.foyer.hub.intake.Sheets;
import org.foyer.hub.intake.ShowSheet;
import org.junit.jupiter.api.Test;

/** Several people, or one with two windows, at one sheet. */
class SheetsTogetherTest extends AtSheets {

    private static final long WAITING_MILLIS = 500;

    @Test
    void whatAFormSaysThatWasOpenedBeforeAPublicationIsNotKeptButShownOverWhatIsPublished() {
        long sheet = sheets.blank(PARIS, "ada");
        SheetWords typed = TypedShow.seagull(sheets, sheet);
        SheetWords form = new SheetWords(
                typed.show(),
                typed.dates().stream()
                        .map(date -> new SheetWords.Date(SheetWords.NEW, date.said()))
                        .toList(),
                typed.works(),
                typed.credits());
        ShowSheet.Seen opened = sheets.sheet(PARIS, sheet).orElseThrow().seen();
        assertThat(sheets.keep(PARIS, sheet, form, opened, "ada")).isEqualTo(Sheets.Keeping.KEPT);
        assertThat(sheets.publish(PARIS, sheet, "ada").problems()).isEmpty();
        assertThat(sheets.keep(PARIS, sheet, form, opened, "ada")).isEqualTo(Sheets.Keeping.CHANGED_SINCE);
        assertThat(sheets.sheet(PARIS, sheet).orElseThrow().draft()).isFalse();
        SheetWords later =
                new SheetWords(Map.of("title", "La Mouette, de nouveau"), form.dates(), form.works(), form.credits());
        ShowSheet both = sheets.withTyped(PARIS, sheet, later).orElseThrow();
        assertThat(both.shown().get("title")).isEqualTo("La Mouette, de nouveau");
        assertThat(both.shown().get("description")).isEqualTo("Un lac.");
        assertThat(both.shown().dates()).hasSize(2).allMatch(SheetWords.Date::hasNumber);
        assertThat(sheets.keep(PARIS, sheet, both.shown(), both.seen(), "ada")).isEqualTo(Sheets.Keeping.KEPT);
        assertThat(sheets.publish(PARIS, sheet, "ada").problems()).isEmpty();
        assertThat(stand.query("select count(*) from performance")).containsExactly("2");
    }

    @Test
    void nobodyTypesOverTheDraftOfSomebodyElseWithoutHavingSeenIt() {
        long sheet = sheets.blank(PARIS, "ada");
        ShowSheet.Seen opened = sheets.sheet(PARIS, sheet).orElseThrow().seen();
        aSecondLater();
        assertThat(sheets.keep(PARIS, sheet, TypedShow.seagull(sheets, sheet), opened, "bob"))
                .isEqualTo(Sheets.Keeping.KEPT);
        SheetWords hers = new SheetWords(Map.of("title", "Oncle Vania"), List.of(), null, null);
        assertThat(sheets.keep(PARIS, sheet, hers, opened, "ada")).isEqualTo(Sheets.Keeping.CHANGED_SINCE);
        assertThat(sheets.keep(PARIS, sheet, TypedShow.seagull(sheets, sheet), opened, "bob"))
                .isEqualTo(Sheets.Keeping.KEPT);
        ShowSheet seen = sheets.sheet(PARIS, sheet).orElseThrow();
        assertThat(seen.shown().get("title")).isEqualTo("La Mouette");
        assertThat(sheets.keep(PARIS, sheet, hers, seen.seen(), "ada")).isEqualTo(Sheets.Keeping.KEPT);
        aSecondLater();
        assertThat(sheets.keep(PARIS, sheet, hers, opened, "ada")).isEqualTo(Sheets.Keeping.KEPT);
        assertThat(sheets.keep(PARIS, sheet, hers, opened, "bob")).isEqualTo(Sheets.Keeping.CHANGED_SINCE);
    }

    @Test
    void whatSomebodyElseTypesWhileItIsPublishedGoesOnWaiting() {
        long sheet = sheets.blank(PARIS, "ada");
        sheets.keep(PARIS, sheet, TypedShow.seagull(sheets, sheet), "ada");
        SheetWords his = new SheetWords(Map.of("title", "La Mouette, version de Bob"), List.of(), null, null);
        Sheets busy = stand.intake(moment -> {
                    if (moment.equals("marked")) {
                        aSecondLater();
                        sheets.keep(PARIS, sheet, his, "bob");
                    }
                })
                .sheets();
        assertThat(busy.publish(PARIS, sheet, "ada").problems()).isEmpty();
        ShowSheet after = sheets.sheet(PARIS, sheet).orElseThrow();
        assertThat(after.draft()).isTrue();
        assertThat(after.savedBy()).isEqualTo("bob");
        assertThat(after.shown().get("title")).isEqualTo("La Mouette, version de Bob");
        assertThat(stand.query("select title from production")).containsExactly("La Mouette");
    }

    @Test
    void twoPublicationsAtOnceAreKeptOneAfterTheOther() throws Exception {
        long sheet = sheets.blank(PARIS, "ada");
        sheets.keep(PARIS, sheet, TypedShow.seagull(sheets, sheet), "ada");
        ExecutorService other = Executors.newSingleThreadExecutor();
        AtomicReference<Sheets> busy = new AtomicReference<>();
        AtomicReference<Future<ShowSheet.Published>> second = new AtomicReference<>();
        busy.set(stand.intake(moment -> {
                    if (moment.equals("marked") && second.get() == null) {
                        second.set(other.submit(() -> busy.get().publish(PARIS, sheet, "ada")));
                        assertThatThrownBy(() -> second.get().get(WAITING_MILLIS, TimeUnit.MILLISECONDS))
                                .isInstanceOf(TimeoutException.class);
                    }
                })
                .sheets());
        try {
            assertThat(busy.get().publish(PARIS, sheet, "ada").problems()).isEmpty();
            assertThat(second.get().get(2, TimeUnit.MINUTES).problems()).isEmpty();
        } finally {
            other.shutdownNow();
        }
        assertThat(sheets.versions(PARIS, sheet))
                .extracting(ShowSheet.Version::version)
                .containsExactly(2, 1);
        assertThat(stand.query("select count(*) from performance")).containsExactly("2");
    }

    private void aSecondLater() {
        stand.now = stand.now.plusSeconds(1);
    }
}
