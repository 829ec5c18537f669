package im.sparrow.e2e.page;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.Assertions;

/** Somebody in front of the page, on one device. */
public final class Visitor {

    private static final String ONLINE = "[data-testid=connection-banner][data-state=online]";
    private static final String AWAY = "[data-testid=connection-banner]:not([data-state=online])";

    private final Page page;
    private final String url;
    private final List<String> faults = new ArrayList<>();

    Visitor(Page page, String url) {
        this.page = page;
        this.url = url;
        page.onPageError(faults::add);
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
    public void registers(String username, String nickname, String password) {
        page.navigate(url + "/register");
        at("entry-username").pressSequentially(username);
        at("entry-nickname").pressSequentially(nickname);
        at("entry-password").pressSequentially(password);
        at("entry-submit").click();
        at("new-menu").waitFor();
    }

    /** Logs in on the page. */
    public void logsIn(String username, String password) {
        page.navigate(url + "/login");
        at("entry-username").pressSequentially(username);
        at("entry-password").pressSequentially(password);
        page.keyboard().press("Enter");
        at("new-menu").waitFor();
    }

    /** Searches for somebody and asks to be friends. */
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

    /** Goes to the list of chats. */
    public void goesToTheChats() {
        page.navigate(url + "/chats");
        at("new-menu").waitFor();
    }

    /** Opens the chat with somebody from the list. */
    public void opensTheChatWith(String nickname) {
        at("conversation-item")
                .filter(new Locator.FilterOptions().setHasText(nickname))
                .first()
                .click();
        at("composer-input").waitFor();
    }

    /** Loads the page again, as a person does when in doubt. */
    public void reloads() {
        page.reload();
        at("timeline").waitFor();
    }

    /** Types a text and presses Enter. */
    public void says(String text) {
        at("composer-input").pressSequentially(text);
        page.keyboard().press("Enter");
    }

    /** Waits until a message reads so. */
    public void sees(String text) {
        at("message-text")
                .filter(new Locator.FilterOptions().setHasText(text))
                .last()
                .waitFor();
    }

    /** Waits until the list shows that many unread messages. */
    public void seesUnread(int count) {
        at("conversation-list")
                .locator("[data-testid=unread-badge][data-count='" + count + "']")
                .first()
                .waitFor();
    }

    /** Waits until the list shows none. */
    public void seesNothingUnread() {
        at("conversation-list")
                .getByTestId("unread-badge")
                .first()
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    }

    /** Waits until everything that this device said has this state: {@code sent} or {@code read}. */
    public void seesAllOfHis(String... states) {
        var settled = new StringBuilder("[data-testid=message][data-mine=true]");
        for (var state : states) {
            settled.append(":not([data-state=").append(state).append("])");
        }
        page.waitForCondition(() -> page.locator(settled.toString()).count() == 0);
    }

    /** Waits until as many messages are on the screen. */
    public void seesAsManyAs(int messages) {
        page.waitForCondition(() -> texts().size() >= messages);
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
        page.locator(AWAY).waitFor();
    }

    /** Waits until the banner is gone. */
    public void seesThatTheConnectionIsBack() {
        page.locator(ONLINE).waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
    }

    /** A picture of what is on the screen. */
    public Pictures pictures() {
        return new Pictures(page);
    }

    /** Fails when the page threw something, or its content security policy forbade something. */
    public void isUnharmed() {
        Assertions.assertThat(faults).as("errors of the page").isEmpty();
    }
}
