package io.github.seeingdigits.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Takes pictures of the built site, to be looked at: every page, whole, at phone and desktop width, in light and dark, and
 * {@code docs/softmax.png} for the README. Run by {@code ./screenshots}.
 */
public final class Screenshots {
    private Screenshots() {}

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args.length > 0 ? args[0] : "target/screenshots");
        Files.createDirectories(folder);
        for (String name : BrowserTest.pages()) {
            for (int width : new int[] {360, 1440}) {
                for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                    Path picture = folder.resolve(name.replace(".html", "-") + width + "-"
                            + scheme.name().toLowerCase(java.util.Locale.ROOT) + ".png");
                    try (BrowserContext context = context(width, 900, scheme)) {
                        Page page = prepare(context, name);
                        page.screenshot(
                                new Page.ScreenshotOptions().setPath(picture).setFullPage(true));
                    }
                    System.out.println(picture);
                }
            }
        }
        try (BrowserContext context = context(1080, 1000, ColorScheme.LIGHT)) {
            Page page = prepare(context, "softmax.html");
            Path picture = Path.of("docs/softmax.png");
            page.screenshot(new Page.ScreenshotOptions().setPath(picture));
            System.out.println(picture);
        }
        System.exit(0);
    }

    private static BrowserContext context(int width, int height, ColorScheme scheme) {
        return BrowserTest.browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, height)
                        .setColorScheme(scheme)
                        .setReducedMotion(ReducedMotion.REDUCE));
    }

    /** Opens a page and brings every figure on it to life. */
    private static Page prepare(BrowserContext context, String name) {
        Page page = context.newPage();
        page.navigate(BrowserTest.address() + name);
        BrowserTest.allLive(page);
        return page;
    }
}
