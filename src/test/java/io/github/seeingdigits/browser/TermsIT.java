package io.github.seeingdigits.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import org.junit.jupiter.api.Test;

/** Terms of the glossary in an article. */
class TermsIT extends BrowserTest {
    private static Locator term(Page page) {
        return page.locator(".prose > p > .term").first();
    }

    private static Locator meaning(Page page) {
        return page.locator("#" + term(page).getAttribute("aria-describedby"));
    }

    @Test
    void aMeaningShowsUnderThePointerAndStaysWhileThePointerGoesThere() {
        Page page = open("softmax.html");
        allLive(page);
        assertThat(meaning(page)).isHidden();
        term(page).scrollIntoViewIfNeeded();
        frame(page);
        BoundingBox on = term(page).boundingBox();
        BoundingBox under = meaning(page).boundingBox();
        assertTrue(under.y >= on.y + on.height && under.y < on.y + 2 * on.height, "below its term, and near");
        page.mouse().move(on.x + 5, on.y + on.height / 2);
        assertThat(meaning(page)).isVisible();
        page.mouse().move(on.x + 5, under.y + under.height / 2, new Mouse.MoveOptions().setSteps(5));
        page.waitForTimeout(400);
        assertThat(meaning(page)).isVisible();
        page.mouse().move(2, 2);
        assertThat(meaning(page)).isHidden();
    }

    @Test
    void aMeaningShowsWithTheFocusAndGoesWithEscape() {
        Page page = open("softmax.html");
        live(page, "draw");
        term(page).focus();
        assertThat(meaning(page)).isVisible();
        page.keyboard().press("Escape");
        assertThat(meaning(page)).isHidden();
        page.locator(".prose > p > .term").nth(1).focus();
        term(page).focus();
        assertThat(meaning(page)).isVisible();
    }

    @Test
    void aTapShowsItOnAPhoneWithinTheScreen() {
        Page page = open(
                "softmax.html",
                new Browser.NewContextOptions().setViewportSize(360, 740).setHasTouch(true));
        for (Locator each : page.locator(".term").all()) {
            if (!each.isVisible()) {
                continue;
            }
            // A meaning may lie over the next term: the reader taps the margin.
            page.touchscreen().tap(3, 370);
            each.tap();
            Locator shown = page.locator("#" + each.getAttribute("aria-describedby"));
            assertThat(shown).isVisible();
            BoundingBox box = shown.boundingBox();
            assertTrue(box.x >= 0 && box.x + box.width <= 360, each.innerText() + ": " + box.x + " + " + box.width);
            BoundingBox its = each.boundingBox();
            double below = box.y - its.y - its.height;
            assertTrue(below > -3 && below < 12, each.innerText() + " has its meaning " + below + " below");
        }
    }
}
