package io.github.seeingdigits.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import io.github.seeingdigits.data.ModelFolder;
import io.github.seeingdigits.digit.Drawing;
import io.github.seeingdigits.digit.Ink;
import io.github.seeingdigits.network.Network;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** All networks side by side on the home page. */
class NetworksIT extends BrowserTest {
    private static final int TRIES = 2_000;

    /** The home page with this drawing already on its pad. */
    private Page home(Drawing drawing) {
        Page page = blank(new Browser.NewContextOptions().setViewportSize(1280, 900));
        page.addInitScript("sessionStorage.setItem('seeing-digits.drawing', '" + drawing.encode() + "')");
        page.navigate(address() + "index.html");
        return page;
    }

    private static List<String> ids(Page page) {
        return (List<String>) page.evaluate("""
                () => [...document.querySelector('[data-demo=networks] template').content.querySelectorAll('[data-network]')]
                  .filter(row => !row.querySelector('button')).map(row => row.dataset.network)
                """);
    }

    private static void waitForAnswers(Page page, int count) {
        page.waitForCondition(
                () -> page.locator("[data-network]:not([data-digit=''])").count() == count);
        frame(page);
    }

    private static int read(String id, Drawing drawing) {
        Network network = ModelFolder.read(Path.of("models", id)).network(1);
        return Network.argmax(network.predict(Ink.of(drawing)));
    }

    /** A variation of our own digits that the networks do not agree about. */
    private static Drawing disputed(List<String> ids) {
        List<Network> networks = new ArrayList<>();
        ids.forEach(id -> networks.add(ModelFolder.read(Path.of("models", id)).network(1)));
        Random random = new Random(9);
        List<OwnDigits.Labelled> digits = OwnDigits.all();
        for (int i = 0; i < TRIES; i++) {
            Drawing varied =
                    Drawing.decode(OwnDigits.vary(digits.get(i % digits.size()).drawing(), random)
                            .encode());
            HashSet<Integer> answers = new HashSet<>();
            networks.forEach(network -> answers.add(Network.argmax(network.predict(Ink.of(varied)))));
            if (answers.size() > 1) {
                return varied;
            }
        }
        throw new AssertionError("the networks agree about everything");
    }

    @Test
    void eachNetworkGivesItsOwnAnswerAndThoseThatDifferFromMostAreMarked() {
        Page page = open("index.html");
        List<String> ids = ids(page);
        assertTrue(ids.size() >= 3, "" + ids);
        Drawing disputed = disputed(ids);
        page = home(disputed);
        Locator figure = live(page, "networks");
        waitForAnswers(page, ids.size());
        int differing = 0;
        for (String id : ids) {
            Locator row = figure.locator("[data-network=" + id + "]");
            String answer = row.getAttribute("data-digit");
            assertEquals(Integer.toString(read(id, disputed)), answer, id);
            assertEquals(answer, row.locator("[data-part=digit]").innerText());
            boolean differs = row.getAttribute("data-differs").equals("true");
            assertEquals(differs, row.locator("[data-part=words]").innerText().contains("differs"), id);
            differing += differs ? 1 : 0;
        }
        assertTrue(differing > 0 && differing <= ids.size() / 2, differing + " differ");
        String together = figure.locator("[data-part=agreement]").innerText();
        assertTrue(together.startsWith((ids.size() - differing) + " of " + ids.size() + " read "), together);
    }

    @Test
    void theyFollowThePadAndForgetWithIt() {
        Page page = home(OwnDigits.first(3));
        int networks = ids(page).size();
        live(page, "networks");
        waitForAnswers(page, networks);
        Locator figure = page.locator("[data-demo=networks]");
        Locator pad = emptyPad(page);
        waitForAnswers(page, 0);
        assertEquals(
                "Draw a digit, and they all answer.",
                figure.locator("[data-part=agreement]").innerText());
        drawWithMouse(page, pad, OwnDigits.first(0));
        figure.scrollIntoViewIfNeeded();
        waitForAnswers(page, networks);
        assertEquals(
                figure.locator("[data-part=agreement]").innerText(),
                figure.locator("[data-part=heard]").textContent());
    }

    @Test
    void oneThatFailsToLoadLeavesTheOthers() {
        Page page = blank(new Browser.NewContextOptions().setViewportSize(1280, 900));
        page.addInitScript("sessionStorage.setItem('seeing-digits.drawing', '"
                + OwnDigits.first(3).encode() + "')");
        page.context().route("**/hidden-10.*.bin", route -> route.fulfill(new Route.FulfillOptions().setStatus(404)));
        page.navigate(address() + "index.html");
        Locator figure = live(page, "networks");
        waitForAnswers(page, ids(page).size() - 1);
        Locator failed = figure.locator("[data-network=hidden-10]");
        assertTrue(failed.locator("[data-part=words]").innerText().contains("could not be loaded"));
        assertEquals("", failed.getAttribute("data-digit"));
        assertEquals("live", figure.getAttribute("data-state"));
        complaints.removeIf(complaint -> complaint.contains("404") || complaint.contains("hidden-10"));
    }
}
