package org.foyer.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A file goes from the upload to its place and back out, and no hand touches a mouse. */
@ExtendWith(NetworkNode.Shared.class)
class KeyboardImportIT {

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final int TABS_MAX = 200;
    private static final String SPOILED = "pas-un-nombre";

    /** Element, id and words of what has the focus; a person who sees must see it too. */
    private static final String FOCUS = """
            () => { const one = document.activeElement, style = getComputedStyle(one);
              const seen = one === document.body || parseFloat(style.outlineWidth) > 0 && style.outlineStyle !== 'none' || style.boxShadow !== 'none';
              return [one.tagName.toLowerCase(), one.id, one.innerText.trim()].join('|') + (seen ? '' : '|UNSEEN'); }""";

    @TempDir
    Path folder;

    private Page page;
    private Window window;

    @Test
    void aFileWithABadRowIsProvedMatchedCheckedKeptAndTakenBack(NetworkNode node) throws Exception {
        try (Window opened = new Window()) {
            window = opened;
            page = window.open("en-GB", null);
            signIn(node);
            String before = performances(node);
            page.navigate(node.waitingHome());
            press("a||Import");
            page.waitForURL(node.waitingHome() + "/import");
            upload(spoiled(node.waitingSales()));
            matchColumnsAndValues();
            giveTotals();
            keepAndTakeBack();
            assertThat(performances(node)).isEqualTo(before);
        }
    }

    private void signIn(NetworkNode node) {
        page.navigate(node.address() + "/login?next="
                + node.waitingHome().substring(node.address().length()));
        tabTo("input|login|");
        page.keyboard().type(NetworkNode.STEWARD);
        tabTo("input|password|");
        page.keyboard().type(Api.PASSWORD);
        page.keyboard().press("Enter");
        page.waitForURL(node.waitingHome());
    }

    /** The chooser of files is a window of the system; everything around it is ours. */
    private void upload(Path file) {
        tabTo("input|file|");
        page.setInputFiles("#file", file);
        press("button||Send and look");
        arrive("proof");
        assertThat(main()).contains("windows-1252", "Montant TTC");
        press("a||Go on");
    }

    private void matchColumnsAndValues() {
        arrive("columns");
        press("button||Go on");
        arrive("values");
        Locator word = page.locator("main tr", new Page.LocatorOptions().setHasText("Professionnel"))
                .locator("select");
        String guessed = word.inputValue();
        tabTo("select|" + word.getAttribute("id") + "|");
        page.keyboard().press("ArrowDown");
        assertThat(word.inputValue()).isNotBlank().isNotEqualTo(guessed);
        press("button||Go on");
    }

    private void giveTotals() {
        arrive("totals");
        tabTo("input|tickets|");
        page.keyboard().type("1");
        press("button||Rehearse");
        page.waitForURL("**/check");
        page.locator("main form button").waitFor();
        arrive("check");
        assertThat(main()).contains("Amount cannot be read", "Line 2, Montant TTC", "Some totals differ");
    }

    private void keepAndTakeBack() {
        press("button||Keep the import");
        page.waitForURL("**/runs/*");
        assertThat(main()).contains(SPOILED);
        press("summary||Take this import back");
        press("button||Take the whole import back");
        page.locator(".page-head .tag", new Page.LocatorOptions().setHasText("Taken back"))
                .waitFor();
    }

    /** What the house's page says of each performance and its tickets. */
    private String performances(NetworkNode node) {
        page.navigate(node.waitingHome() + "/performances?season=" + SimulatedHouses.NEXT_SEASON);
        return main();
    }

    /** An export with an amount that no one can read in its first row. */
    private Path spoiled(Path sales) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(sales, WINDOWS));
        String[] cells = lines.get(1).split(";", -1);
        cells[List.of(lines.get(0).split(";", -1)).indexOf("Montant TTC")] = SPOILED;
        lines.set(1, String.join(";", cells));
        return Files.write(folder.resolve("sales.csv"), lines, WINDOWS);
    }

    /** Waits for a step and has it checked as all pages are, wide and narrow. */
    private void arrive(String step) {
        page.waitForURL("**/" + step);
        List<String> faults = new ArrayList<>();
        for (boolean dark : new boolean[] {true, false}) {
            for (int width : new int[] {Window.NARROW, Window.WIDE}) {
                window.turn(page, width, dark);
                faults.addAll(window.look(page, "import-%s-en-%d%s".formatted(step, width, dark ? "-dark" : "")));
            }
        }
        assertThat(faults).isEmpty();
    }

    private String main() {
        return page.locator("main").innerText();
    }

    private void press(String target) {
        tabTo(target);
        page.keyboard().press("Enter");
    }

    /** Walks with the tabulator key until what has the focus begins as told: element, id and words. */
    private void tabTo(String target) {
        List<String> passed = new ArrayList<>();
        for (int tab = 0; tab < TABS_MAX; tab++) {
            page.keyboard().press("Tab");
            String focus = (String) page.evaluate(FOCUS);
            assertThat(focus).as("where the focus is").doesNotEndWith("|UNSEEN");
            if (focus.startsWith(target)) {
                return;
            }
            passed.add(focus);
        }
        throw new AssertionError(target + " is out of the keyboard's reach; it reaches " + passed);
    }
}
