package im.sparrow.house.arrow;

import static org.assertj.core.api.Assertions.assertThat;

import im.sparrow.house.source.Checkout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

/** The classpath shows the architecture: what a service must not do has no jar in what is shipped. */
class ShippedJarsTest {

    private static final String DRIVER = "META-INF/services/java.sql.Driver";

    @Test
    void the_gateway_ships_no_database_driver() {
        assertThat(drivers("chat-gateway")).isEmpty();
    }

    @Test
    void the_control_finds_the_driver_of_the_message_service() {
        assertThat(drivers("message-service")).isNotEmpty();
    }

    private static List<Path> drivers(String service) {
        Path shipped = Checkout.root().resolve(service).resolve("target/quarkus-app/lib");
        assertThat(shipped)
                .as("what %s ships: package it first, as ./sparrow test does", service)
                .isDirectory();
        try (var files = Files.walk(shipped)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .filter(ShippedJarsTest::holdsDriver)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean holdsDriver(Path file) {
        try (var jar = new JarFile(file.toFile())) {
            return jar.getEntry(DRIVER) != null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
