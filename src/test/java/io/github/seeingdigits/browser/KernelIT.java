package io.github.seeingdigits.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import io.github.seeingdigits.Fault;
import io.github.seeingdigits.TeaVmForTests;
import io.github.seeingdigits.demos.OpsInPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page computes with its WebAssembly kernel where it can, in plain Java where it cannot, and nobody sees a difference. */
class KernelIT extends BrowserTest {
    private static final int SEEDS = 40;
    private static final double TOLERANCE = 1e-5;
    private static final String WITHOUT_WEBASSEMBLY = "delete window.WebAssembly";

    /** Kernels whose functions count their calls, so that a comparison of plain Java with itself is noticed. */
    private static final String START = """
            async address => {
              const module = await WebAssembly.compile(await (await fetch(address)).arrayBuffer());
              self.calls = {};
              startOps(() => {
                const counted = {};
                for (const [name, value] of Object.entries(new WebAssembly.Instance(module).exports)) {
                  counted[name] = typeof value !== 'function' ? value : (...all) => {
                    self.calls[name] = (self.calls[name] || 0) + 1;
                    return value(...all);
                  };
                }
                return counted;
              });
              return WebAssembly.Module.exports(module).filter(e => e.kind === 'function').map(e => e.name).sort();
            }
            """;

    private static final String COMPARE = """
            ({ operation, seeds }) => {
              let largest = 0;
              for (let seed = 1; seed <= seeds; seed++) {
                try {
                  largest = Math.max(largest, opsInPage(operation, seed));
                } catch (e) {
                  throw new Error(operation + ', seed ' + seed + ': ' + e.message);
                }
              }
              return { largest: largest, calls: Object.keys(calls).sort() };
            }
            """;

    /** What a network answers for pixels that are the same on every page. */
    private static final String ANSWERS = """
            async ({ model, address }) => {
              await seeingDigits.load(model, address);
              let state = 7;
              const next = () => (state = state * 48271 % 2147483647) / 2147483647;
              const answers = [];
              for (let i = 0; i < 50; i++) {
                const pixels = Float32Array.from({ length: model.startsWith('xor') ? 2 : 784 }, () => Math.max(0, 2 * next() - 1));
                answers.push(...seeingDigits.predict(model, pixels));
              }
              return answers;
            }
            """;

    @TempDir
    static Path folder;

    private static String script;

    @BeforeAll
    static void compileTheComparison() throws Exception {
        TeaVmForTests.compile(OpsInPage.class, true, folder.resolve("ops.js"));
        script = Files.readString(folder.resolve("ops.js"));
    }

    private static String kernel(Page page) {
        return (String) page.evaluate("document.body.dataset.kernels");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dense",
                "denseOfForeignInput",
                "denseOfAnotherKernelsInput",
                "denseWhenFull",
                "convolution",
                "pooling"
            })
    void everyOperationGivesWhatPlainJavaGives(String operation) {
        Page page = open("softmax.html");
        page.evaluate("(() => {" + script + "\nmain([]); })()");
        List<?> functions = (List<?>) page.evaluate(START, kernel(page));
        Map<?, ?> result = (Map<?, ?>) page.evaluate(
                COMPARE, Map.of("operation", operation, "seeds", operation.startsWith("dense") ? SEEDS : SEEDS / 4));
        System.out.println(operation + ": largest difference " + result.get("largest") + ", by " + result.get("calls"));
        List<String> windows = List.of("convolve", "copy", "patches", "pool", "sums");
        List<?> expected = switch (operation) {
            case "convolution" -> List.of("affine", "convolve", "copy", "dots", "outer", "patches", "sums", "zero");
            case "pooling" -> List.of("pool", "zero");
            default ->
                functions.stream().filter(name -> !windows.contains(name)).toList();
        };
        assertEquals(expected, result.get("calls"));
    }

    /** A page that has not been opened yet, with this script run before its own. */
    private Page prepared(String first) {
        Page page = blank(new Browser.NewContextOptions().setViewportSize(1280, 900));
        page.addInitScript(first);
        return page;
    }

    private static String kind(Page page) {
        live(page, "draw");
        return (String) page.evaluate("seeingDigits.kernel");
    }

    private List<Double> answers(Page page, String model) throws IOException {
        return ((List<?>) page.evaluate(ANSWERS, Map.of("model", model, "address", AgreementIT.address(model))))
                .stream().map(each -> ((Number) each).doubleValue()).toList();
    }

    @Test
    void everyNetworkAnswersTheSameWithTheKernelAndWithout() throws IOException {
        Page simd = open("softmax.html");
        Page plain = prepared(WITHOUT_WEBASSEMBLY);
        plain.navigate(address() + "softmax.html");
        assertEquals("simd", kind(simd));
        assertEquals("plain", kind(plain));
        for (String model : AgreementIT.models()) {
            List<Double> expected = answers(plain, model);
            List<Double> found = answers(simd, model);
            assertTrue(found.size() >= 50 && found.size() == expected.size(), model + ": " + found.size());
            double largest = 0;
            for (int i = 0; i < found.size(); i++) {
                largest = Math.max(largest, Math.abs(expected.get(i) - found.get(i)));
            }
            System.out.println(model + ": largest difference between kernel and plain Java: " + largest);
            assertTrue(largest <= TOLERANCE, model + ": " + largest);
        }
    }

    @Test
    void onePageFetchesTheKernelOnceForBothScripts() {
        Page page = blank(new Browser.NewContextOptions().setViewportSize(1280, 900));
        List<String> requests = new ArrayList<>();
        page.onRequest(request -> requests.add(request.url()));
        page.navigate(address() + "softmax.html");
        Locator figure = emptyPad(page);
        drawWithMouse(page, figure, OwnDigits.first(7));
        teachOnce(page, figure);
        assertEquals("simd", page.evaluate("seeingDigits.kernel"));
        assertEquals(1, requests.stream().filter(url -> url.endsWith(".wasm")).count(), requests.toString());
        assertEquals(1, requests.stream().filter(url -> url.contains("/late.")).count(), requests.toString());
    }

    private static void teachOnce(Page page, Locator figure) {
        figure.locator("summary").first().click();
        figure.locator("[data-action=was-1]").click();
        page.waitForCondition(
                () -> figure.locator("[data-part=lesson]").innerText().startsWith("One step on your drawing"));
    }

    @Test
    @Fault("Browser: WebAssembly missing, forbidden or damaged")
    void withoutWebAssemblyThePageReadsAndLearnsInPlainJava() {
        Page page = prepared(WITHOUT_WEBASSEMBLY);
        page.navigate(address() + "softmax.html");
        worksInPlainJava(page);
    }

    @Test
    @Fault("Browser: WebAssembly missing, forbidden or damaged")
    void wherePolicyForbidsWebAssemblyThePageWorksInPlainJava() {
        Page page = blank(new Browser.NewContextOptions().setViewportSize(1280, 900));
        page.route("**/softmax.html", route -> {
            String text = route.fetch().text();
            assertTrue(text.contains(" 'wasm-unsafe-eval'"));
            route.fulfill(new Route.FulfillOptions()
                    .setContentType("text/html; charset=utf-8")
                    .setBody(text.replace(" 'wasm-unsafe-eval'", "")));
        });
        page.navigate(address() + "softmax.html");
        worksInPlainJava(page);
    }

    @Test
    @Fault("Browser: WebAssembly missing, forbidden or damaged")
    void wherePartsOfWebAssemblyAreMissingOrMemoryIsRefusedThePageWorksInPlainJava() {
        for (String missing : List.of(
                "WebAssembly.compile = () => Promise.reject(new WebAssembly.CompileError('no vectors'))",
                "WebAssembly.Instance = function() { throw new RangeError('could not allocate memory'); }")) {
            Page page = prepared(missing);
            page.navigate(address() + "softmax.html");
            worksInPlainJava(page);
        }
    }

    @Test
    @Fault("Browser: WebAssembly missing, forbidden or damaged")
    void whereTheKernelCannotBeHadOrIsDamagedThePageWorksInPlainJava() {
        for (int status : new int[] {404, 200}) {
            Page page = blank(new Browser.NewContextOptions().setViewportSize(1280, 900));
            page.route(
                    "**/kernels.*.wasm",
                    route -> route.fulfill(
                            new Route.FulfillOptions().setStatus(status).setBody("\0asm and no more")));
            page.navigate(address() + "softmax.html");
            worksInPlainJava(page);
        }
        assertTrue(complaints.removeIf(complaint -> complaint.contains("404")), "the 404 was not noticed");
    }

    @Test
    void aKernelThatIsLateIsNotWaitedFor() {
        Page page = prepared("WebAssembly.compile = () => new Promise(() => {})");
        page.navigate(address() + "softmax.html");
        worksInPlainJava(page);
    }

    private void worksInPlainJava(Page page) {
        assertEquals("plain", kind(page));
        Locator figure = emptyPad(page);
        drawWithMouse(page, figure, OwnDigits.first(7));
        waitForDigit(page, "7");
        teachOnce(page, figure);
    }

    @Test
    void theKernelIsSmall() {
        Page page = open("softmax.html");
        int size = page.request().get(address() + kernel(page)).body().length;
        assertTrue(size > 1000 && size <= 5000, size + " bytes");
    }
}
