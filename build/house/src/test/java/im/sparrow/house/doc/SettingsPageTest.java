package im.sparrow.house.doc;

import static org.assertj.core.api.Assertions.assertThat;

import im.sparrow.house.source.Checkout;
import im.sparrow.house.source.SourceFile;
import im.sparrow.house.source.Tree;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

class SettingsPageTest {

    @Test
    void every_setting_of_every_service_is_on_the_page() throws Exception {
        var page = Checkout.root().resolve(SettingsPage.PATH);
        var text = SettingsPage.of(Checkout.read());
        if (Boolean.getBoolean("sparrow.write")) {
            Files.writeString(page, text);
        }

        assertThat(page)
                .as("stale; write it anew with -Dsparrow.write=true")
                .content()
                .isEqualTo(text);
    }

    @Test
    void a_setting_is_told_with_its_key_default_bounds_and_meaning() {
        var config = new SourceFile("s/src/main/java/AConfig.java", """
                /** A room's. */
                @ConfigMapping(prefix = "sparrow.a")
                interface AConfig {

                    /**
                     * How {@code many}
                     * there may be.
                     */
                    @WithDefault("5")
                    @Min(1)
                    @Max(9)
                    int howMany();

                    /** Where. */
                    Optional<URI> place();

                    /** Is none. */
                    default int twice() {
                        return 2 * howMany();
                    }
                }
                """);

        assertThat(SettingsPage.of(Tree.of(List.of(config)))).endsWith("""
                ## s

                | key | default | meaning |
                |---|---|---|
                | `sparrow.a.how-many` | `5` | How `many` there may be. (at least 1, at most 9) |
                | `sparrow.a.place` |  | Where. |
                """);
    }
}
