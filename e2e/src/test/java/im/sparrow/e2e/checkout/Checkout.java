package im.sparrow.e2e.checkout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where things lie. */
public final class Checkout {

    private Checkout() {}

    /** The folder of the whole project. */
    public static Path root() {
        return Path.of(System.getProperty("sparrow.root", ".."))
                .toAbsolutePath()
                .normalize();
    }

    /** A folder of this module's build, made when it is not there. */
    public static Path target(String name) throws IOException {
        return Files.createDirectories(root().resolve("e2e/target").resolve(name));
    }
}
