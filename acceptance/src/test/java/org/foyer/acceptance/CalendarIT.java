package org.foyer.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A date dragged onto another day in a browser, and moved back by its form with the keyboard alone. */
@ExtendWith(NetworkNode.Shared.class)
class CalendarIT {

    private static final String TITLE = "Les Trois Sœurs du calendrier";

    @Test
    void aDateIsDraggedToAnotherDayAndMovedBackByItsForm(NetworkNode node) {
        try (Window window = new Window();
                Page page = window.open("fr-FR", window.signIn(node.address(), NetworkNode.STEWARD))) {
            typed(page, node);
            page.navigate(node.waitingHome() + "/calendar?month=2031-06");
            date(page).dragTo(day(page, "2031-06-12"));
            page.waitForURL("**/calendar?month=2031-06&moved=*");
            assertThat(told(page)).contains("4 juin 2031, 20 h 30", "12 juin 2031, 20 h 30");
            assertThat(day(page, "2031-06-12").innerText()).contains(TITLE);
            assertThat(day(page, "2031-06-04").innerText()).doesNotContain(TITLE);
            String dragged = page.url();
            date(page).locator("summary").press("Enter");
            date(page).locator("input[name=day]").fill("2031-06-04");
            date(page).locator("form button").press("Enter");
            page.waitForURL(url -> url.contains("&moved=") && !url.equals(dragged));
            assertThat(told(page)).contains("12 juin 2031, 20 h 30", "4 juin 2031, 20 h 30");
            assertThat(day(page, "2031-06-04").innerText()).contains(TITLE);
        }
    }

    private static void typed(Page page, NetworkNode node) {
        page.navigate(node.waitingHome() + "/sheets");
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions()
                                .setName("Saisir un nouveau spectacle")
                                .setExact(true))
                .press("Enter");
        page.waitForURL("**/sheets/*");
        page.fill("#title", TITLE);
        page.fill("#date-0-day", "2031-06-04");
        page.fill("#date-0-time", "20:30");
        page.fill("#date-0-venue", "Théâtre du Calendrier");
        page.locator("button[name=publish]").press("Enter");
        assertThat(page.locator("main .notice.good").innerText()).isNotBlank();
    }

    private static Locator date(Page page) {
        return page.locator("[data-moves]").filter(new Locator.FilterOptions().setHasText(TITLE));
    }

    private static Locator day(Page page, String iso) {
        return page.locator("[data-day='" + iso + "']");
    }

    /** What the page says of the move, with common blanks. */
    private static String told(Page page) {
        return page.locator("main .notice.good").innerText().replaceAll("[\\u00a0\\u202f]", " ");
    }
}
