package im.sparrow.e2e.page;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import com.microsoft.playwright.options.ReducedMotion;
import im.sparrow.e2e.person.Door;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The browser of this machine, in which each device has a context (a profile) of its own. */
public final class Chromium implements AutoCloseable {

    /** A phone's width, and a desktop's. */
    public static final int PHONE = 390;

    /** See {@link #PHONE}. */
    public static final int DESKTOP = 1_280;

    /** Everybody's height. */
    static final int HEIGHT = 844;

    private static final int PATIENCE_MS = 30_000;

    // Without them the browser asks for a sandbox that a container has not, and calls its maker.
    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");

    private final Door door;
    private final Playwright playwright = Playwright.create(new CreateOptions()
            .setEnv(Map.of(
                    "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1", "PLAYWRIGHT_SKIP_VALIDATE_HOST_REQUIREMENTS", "1")));
    private final Browser browser = playwright
            .chromium()
            .launch(new LaunchOptions().setExecutablePath(installed()).setArgs(FLAGS));

    /** A browser that will show the page behind this door. */
    public Chromium(Door door) {
        this.door = door;
    }

    private static Path installed() {
        var folders = Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator, -1);
        return Stream.of(folders)
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no Chromium is installed: ./sparrow check says how"));
    }

    /** A new device with a window of this width; it is in English until somebody says otherwise. */
    public Visitor visitor(int width) {
        var context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, HEIGHT)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setLocale("en-GB"));
        context.setDefaultTimeout(PATIENCE_MS);
        return new Visitor(context.newPage(), door.base().toString());
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
