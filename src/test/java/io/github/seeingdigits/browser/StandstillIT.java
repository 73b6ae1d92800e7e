package io.github.seeingdigits.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Nothing on a page moves when its figures come alive: the room that each will need is kept. */
class StandstillIT extends BrowserTest {
    /** Phones, tablets upright, and the wide column. */
    private static final int[] WIDTHS = {320, 360, 414, 600, 768, 900, 1280};

    private static final String HEIGHTS = """
            async () => {
              await document.fonts.ready;
              return Object.fromEntries([...document.querySelectorAll('figure.demo')]
                .map(f => [f.id, f.querySelector('.stage').getBoundingClientRect().height]));
            }""";

    @Test
    void theFiguresOfTheGalleryKeepTheirHeightAtAnyWidth() {
        List<String> moved = new ArrayList<>();
        check("figures.html", WIDTHS, moved);
        assertEquals(List.of(), moved);
    }

    @Test
    void theFiguresOfEveryPageKeepTheirHeightOnPhonesAndDesktops() {
        List<String> moved = new ArrayList<>();
        Set<Object> figures = new HashSet<>();
        for (String path : pages()) {
            // The gallery is looked at above.
            if (!path.equals("figures.html")) {
                figures.addAll(check(path, new int[] {360, 1280}, moved));
            }
        }
        assertEquals(List.of(), moved);
        assertTrue(figures.size() > 30, "figures: " + figures);
    }

    @Test
    void theStillPictureStaysUntilTheFigureHasItsData() {
        Page page = blank(new Browser.NewContextOptions().setViewportSize(1280, 900));
        List<Route> held = new ArrayList<>();
        page.route("**/*.maps.*.bin", held::add);
        page.navigate(address() + "manifold.html");
        Locator figure = page.locator("figure.demo[data-demo=map]");
        figure.scrollIntoViewIfNeeded();
        page.waitForCondition(() -> !held.isEmpty());
        frame(page);
        assertEquals("loading", figure.getAttribute("data-state"));
        assertVisible(figure.locator(".still svg"));
        assertEquals(
                0, figure.locator(".live canvas:visible, .live button:visible").count());
        held.forEach(Route::resume);
        figure.locator("canvas").first().waitFor();
        assertEquals("live", figure.getAttribute("data-state"));
        assertFalse(figure.locator(".still svg").isVisible());
        assertFalse(figure.locator("[data-part=words]").innerText().isBlank());
    }

    /** Adds a line to {@code moved} for each figure of the page that is higher or lower once alive, at each width. */
    private Set<?> check(String path, int[] widths, List<String> moved) {
        // Stills are laid out by the style sheet alone, so that one page shows them at all widths; figures come alive
        // at each.
        Page stills = at(widths[0]);
        stills.route("**/demos*.js", route -> route.fulfill(new Route.FulfillOptions().setBody("")));
        stills.navigate(address() + path);
        Set<?> figures = Set.of();
        for (int width : widths) {
            stills.setViewportSize(width, 900);
            frame(stills);
            Map<?, ?> still = (Map<?, ?>) stills.evaluate(HEIGHTS);
            figures = still.keySet();
            if (figures.isEmpty()) {
                break;
            }
            Page page = at(width);
            page.navigate(address() + path);
            allLive(page);
            Map<?, ?> live = (Map<?, ?>) page.evaluate(HEIGHTS);
            still.forEach((id, height) -> {
                double by = ((Number) live.get(id)).doubleValue() - ((Number) height).doubleValue();
                if (Math.abs(by) > 1) {
                    moved.add(path + " at " + width + " px: " + id + " by " + by);
                }
            });
            page.context().close();
        }
        assertEquals(0, stills.locator("[data-state=live]").count());
        stills.context().close();
        return figures;
    }

    private Page at(int width) {
        return blank(
                new Browser.NewContextOptions().setViewportSize(width, 900).setReducedMotion(ReducedMotion.REDUCE));
    }
}
