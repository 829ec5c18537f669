package im.sparrow.e2e.page;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The browser of this machine, in which each person has a context (a profile) of his own. */
public final class Chromium implements AutoCloseable {

    /** A phone's width, and a desktop's. */
    public static final int PHONE = 390;

    /** See {@link #PHONE}. */
    public static final int DESKTOP = 1_280;

    private static final int HEIGHT = 844;
    private static final int PATIENCE_MS = 30_000;

    private final Playwright playwright = Playwright.create(new CreateOptions()
            .setEnv(Map.of(
                    "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1", "PLAYWRIGHT_SKIP_VALIDATE_HOST_REQUIREMENTS", "1")));
    private final Browser browser = playwright
            .chromium()
            .launch(new LaunchOptions()
                    .setExecutablePath(installed())
                    .setArgs(List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-quic",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));

    private static Path installed() {
        return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no Chromium is installed: ./sparrow check says how"));
    }

    /** A new visitor with a window of this width. */
    public Visitor visitor(URI url, int width) {
        BrowserContext context = browser.newContext(
                new Browser.NewContextOptions().setViewportSize(width, HEIGHT).setLocale("en-GB"));
        context.setDefaultTimeout(PATIENCE_MS);
        return new Visitor(context.newPage(), url);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
