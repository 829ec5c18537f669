package im.sparrow.e2e;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import im.sparrow.e2e.checkout.Checkout;
import im.sparrow.verify.defect.Defects;
import im.sparrow.verify.plant.Plant;
import im.sparrow.verify.point.Points;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.pool.TypePool;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** All that {@code ./sparrow verify} weaves into the services fits their classes as they were just built. */
class PlantsTest {

    private static URLClassLoader built = new URLClassLoader(new URL[0]);

    @BeforeAll
    static void open() throws IOException {
        var jars = new ArrayList<URL>();
        for (String service : List.of("chat-gateway", "message-service")) {
            try (var files = Files.walk(Checkout.root().resolve(service).resolve("target/quarkus-app"))) {
                for (Path jar :
                        files.filter(file -> file.toString().endsWith(".jar")).toList()) {
                    jars.add(jar.toUri().toURL());
                }
            }
        }
        built = new URLClassLoader(jars.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    }

    @AfterAll
    static void close() throws IOException {
        built.close();
    }

    static Stream<Plant> plants() {
        return Stream.of(Defects.ALL, Points.ALL).flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("plants")
    void everything_that_can_be_planted_fits_the_built_classes(Plant plant) {
        assertThat(plant.sites()).isNotEmpty().allSatisfy(site -> {
            TypeDescription type = type(site.type());
            assertThat(type.getDeclaredMethods().filter(site.methods())).isNotEmpty();
            assertThat(woven(type, site)).isNotEmpty();
        });
    }

    @Test
    void what_does_not_fit_is_found() {
        Plant.Site push = Defects.ALL.getFirst().sites().getFirst();
        TypeDescription other = type("im.sparrow.gateway.room.Room");

        assertThatThrownBy(() -> woven(other, new Plant.Site(other.getName(), named("takes"), push.advice())))
                .isInstanceOf(IllegalStateException.class);
    }

    private static byte[] woven(TypeDescription type, Plant.Site site) {
        return new ByteBuddy()
                .redefine(type, locator())
                .visit(Advice.to(site.advice()).on(site.methods()))
                .make()
                .getBytes();
    }

    private static TypeDescription type(String name) {
        return TypePool.Default.of(locator()).describe(name).resolve();
    }

    private static ClassFileLocator locator() {
        return ClassFileLocator.ForClassLoader.of(built);
    }
}
