package org.foyer.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A show typed by a person in a browser, as the page sends it, and put right afterwards from its public page. */
@ExtendWith(NetworkNode.Shared.class)
class SheetIT {

    private static final String TITLE = "La Cerisaie du soir";

    @Test
    void aShowIsTypedPublishedFoundAndPutRight(NetworkNode node) {
        try (Window window = new Window();
                Page page = window.open("fr-FR", window.signIn(node.address(), NetworkNode.STEWARD))) {
            page.navigate(node.waitingHome() + "/sheets");
            press(page, "Saisir un nouveau spectacle");
            page.waitForURL("**/sheets/*");
            page.fill("#title", TITLE);
            page.fill("#date-0-day", "2031-03-04");
            page.fill("#date-0-time", "20:30");
            page.fill("#date-0-venue", "Théâtre du Soir");
            press(page, "Publier");
            isPublished(page);
            page.navigate(node.waitingHome() + "/programme?season=2030-31");
            page.locator("main a[href*='/shows/']").first().click();
            assertThat(main(page)).contains(TITLE, "20 h 30", "Théâtre du Soir");
            String show = page.url();
            press(page, "Corriger sur la fiche");
            page.waitForURL("**/sheets/*");
            page.fill("#title", TITLE + ", avec un cerisier");
            page.locator("button[name=publish]").press("Enter");
            isPublished(page);
            page.navigate(show);
            assertThat(page.locator("main h1").innerText()).isEqualTo(TITLE + ", avec un cerisier");
            assertThat(main(page)).contains("20 h 30");
        }
    }

    /** What is kept while somebody types and what is published are two requests; a slow node must not let one overtake the other. */
    @Test
    void nothingIsKeptBehindWhatIsPublishedHoweverSlowTheNodeIs(NetworkNode node) {
        List<String> sent = Collections.synchronizedList(new ArrayList<>());
        try (Window window = new Window();
                Page page = window.open("fr-FR", window.signIn(node.address(), NetworkNode.STEWARD))) {
            page.navigate(node.waitingHome() + "/sheets");
            press(page, "Saisir un nouveau spectacle");
            page.waitForURL("**/sheets/*");
            page.route("**/sheets/*", route -> slowly(route, sent));
            page.fill("#title", "Le Jardin");
            page.waitForCondition(() -> sent.contains("kept"));
            page.fill("#date-0-day", "2031-03-05");
            page.fill("#date-0-venue", "Théâtre du Jardin");
            page.locator("button[name=publish]").press("Enter");
            isPublished(page);
            assertThat(sent).endsWith("published");
            assertThat(page.locator("input[name=date-0-own]").inputValue()).matches("[0-9]+");
            assertThat(page.locator("input[name=date-1-own]").inputValue()).isEqualTo("new");
        }
    }

    /** Longer than a pause of typing after which a form is kept. */
    private static void slowly(Route route, List<String> sent) {
        if (route.request().method().equals("POST")) {
            boolean keeping = route.request().headers().containsKey("hx-request");
            sent.add(keeping ? "kept" : "published");
            sleep(2500);
        }
        route.resume();
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Tells what the page shows instead, when it does not say so. */
    private static void isPublished(Page page) {
        try {
            assertThat(page.locator("main .notice.good").innerText()).isNotBlank();
            assertThat(page.locator("main .notice.bad").count()).isZero();
        } catch (TimeoutError e) {
            throw new AssertionError(page.url() + "\n" + main(page), e);
        }
    }

    /** The words of the page, with common blanks. */
    private static String main(Page page) {
        return page.locator("main").innerText().replaceAll("[\\u00a0\\u202f]", " ");
    }

    private static void press(Page page, String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .press("Enter");
        page.waitForLoadState();
    }
}
