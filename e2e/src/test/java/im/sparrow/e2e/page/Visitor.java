package im.sparrow.e2e.page;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import im.sparrow.e2e.suite.TheSuite;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Somebody in front of the page. */
public final class Visitor {

    private final Page page;
    private final URI url;
    private final List<String> faults = new ArrayList<>();

    Visitor(Page page, URI url) {
        this.page = page;
        this.url = url;
        page.onPageError(fault -> faults.add(fault));
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                faults.add(message.text());
            }
        });
    }

    private Locator at(String testId) {
        return page.getByTestId(testId);
    }

    /** Makes an account on the page. */
    public void registers(String username, String password) {
        page.navigate(url + "/register");
        at("entry-username").fill(username);
        at("entry-nickname").fill(username);
        at("entry-password").fill(password);
        at("entry-submit").click();
        at("new-menu").waitFor();
    }

    /** Searches for somebody and asks. */
    public void asks(String username) {
        at("new-menu").click();
        at("menu-add-friend").click();
        at("people-search").pressSequentially(username);
        at("people-found").getByTestId("person-add").click();
        at("greeting-send").click();
    }

    /** Sees a request and accepts it. */
    public void accepts() {
        at("nav-contacts").click();
        at("requests-link").click();
        at("request-accept").click();
    }

    /** Opens the one conversation that is there. */
    public void opensTheChat() {
        page.navigate(url + "/chats");
        at("conversation-item").first().click();
        at("composer-input").waitFor();
    }

    /** Types a text and presses Enter. */
    public void says(String text) {
        at("composer-input").pressSequentially(text);
        page.keyboard().press("Enter");
    }

    /** Waits until the newest message reads so. */
    public void sees(String text) {
        at("message-text")
                .filter(new Locator.FilterOptions().setHasText(text))
                .last()
                .waitFor();
    }

    /** Waits until nothing on the screen is still being sent. */
    public void seesAllSent() {
        page.waitForCondition(
                () -> page.locator("[data-testid=message][data-state=sending]").count() == 0);
    }

    /** Every text on the screen, top to bottom. */
    public List<String> texts() {
        return at("message-text").allInnerTexts();
    }

    /** Every seq on the screen, top to bottom. */
    public List<Long> seqs() {
        return page.locator("[data-testid=message][data-seq]").all().stream()
                .map(bubble -> Long.valueOf(bubble.getAttribute("data-seq")))
                .toList();
    }

    /** Waits for the banner that says the connection is away. */
    public void seesThatTheConnectionIsAway() {
        page.locator("[data-testid=connection-banner]:not([data-state=online])").waitFor();
    }

    /** Waits until the banner is gone. */
    public void seesThatTheConnectionIsBack() {
        page.locator("[data-testid=connection-banner][data-state=online]")
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
    }

    /** Takes a picture into target/screenshots. */
    public void pictures(String name) {
        Path file = TheSuite.target().resolve("screenshots").resolve(name + ".png");
        page.screenshot(new Page.ScreenshotOptions().setPath(file));
    }

    /** Everything that the page threw, or that its content security policy forbade. */
    public List<String> faults() {
        return List.copyOf(faults);
    }
}
