package im.sparrow.e2e.page;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import im.sparrow.e2e.checkout.Checkout;
import java.io.IOException;
import java.util.Map;

/** Pictures of a page for people to look at: in both widths, themes and languages. */
public final class Pictures {

    private static final String ONLINE = "[data-testid=connection-banner][data-state=online]";

    private final Page page;

    Pictures(Page page) {
        this.page = page;
    }

    /** What is on the screen now. */
    public void asItIs(String name) throws IOException {
        var file = Checkout.target("screenshots").resolve(name + ".png");
        page.screenshot(new Page.ScreenshotOptions().setPath(file));
    }

    /** The same page in eight ways; {@code ready} is the testid that has to be there after each reload. */
    public void everyWay(String name, String ready) throws IOException {
        for (int width : new int[] {Chromium.DESKTOP, Chromium.PHONE}) {
            page.setViewportSize(width, Chromium.HEIGHT);
            for (var theme : new String[] {"light", "dark"}) {
                for (var language : new String[] {"en", "zh"}) {
                    chooses(theme, language);
                    page.getByTestId(ready).first().waitFor();
                    page.locator(ONLINE).waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
                    page.evaluate("() => document.fonts.ready.then(() => true)");
                    asItIs("%s-%d-%s-%s".formatted(name, width, theme, language));
                }
            }
        }
    }

    // As the settings page stores it.
    private void chooses(String theme, String language) {
        page.evaluate(
                "chosen => { for (const key in chosen) localStorage.setItem(key, chosen[key]) }",
                Map.of("sparrow.theme", theme, "sparrow.language", language));
        page.reload();
    }
}
