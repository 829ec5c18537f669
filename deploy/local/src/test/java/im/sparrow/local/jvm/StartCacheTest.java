package im.sparrow.local.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartCacheTest {
    private static final String JAR = "some.jar";

    @TempDir
    Path folder;

    private StartCache cache(String fingerprint) {
        return new StartCache(folder, "auth-service", fingerprint, Java.command(64), JAR);
    }

    private Path written(StartCache cache) throws Exception {
        var flag = cache.flags().stream()
                .filter(one -> one.startsWith("-XX:AOTConfiguration="))
                .findFirst()
                .orElseThrow();
        return Path.of(flag.substring(flag.indexOf('=') + 1));
    }

    @Test
    void a_first_run_records_and_another_instance_leaves_that_to_it() throws Exception {
        var cache = cache("a");

        assertThat(cache.flags()).contains("-XX:AOTMode=record");
        assertThat(cache.flagsOfAnother()).isEmpty();
        assertThat(cache.isMade()).isFalse();
    }

    @Test
    void a_recording_that_is_no_use_is_forgotten_and_the_next_run_records_again() throws Exception {
        var cache = cache("a");
        Files.writeString(written(cache), "half-writ");
        cache.keep();

        assertThat(cache.flags()).contains("-XX:AOTMode=record");

        try (var files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void a_made_cache_is_used_by_all_instances_of_that_build_only() throws Exception {
        var cache = cache("a");
        var file = written(cache).toString().replace(".written", "");
        Files.writeString(Path.of(file), "made");

        assertThat(cache.flags()).isEqualTo(List.of("-XX:AOTCache=" + file));
        assertThat(cache.flagsOfAnother()).isEqualTo(cache.flags());
        assertThat(cache("b").flags()).contains("-XX:AOTMode=record");
    }
}
