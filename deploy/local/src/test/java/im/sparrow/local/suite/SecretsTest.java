package im.sparrow.local.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
    @TempDir
    Path folder;

    @Test
    void secrets_are_made_once_and_only_their_owner_reads_them() throws Exception {
        var file = folder.resolve("home/secrets");

        var first = Secrets.in(file);
        var again = Secrets.in(file);

        assertThat(first.get("SPARROW_MASTER_KEY")).hasSize(43).isEqualTo(again.get("SPARROW_MASTER_KEY"));
        assertThat(first.get("SPARROW_BOT_SECRET")).isNotEqualTo(first.get("SPARROW_ADMIN_SECRET"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void a_missing_secret_is_added_and_the_others_stay() throws Exception {
        var file = folder.resolve("secrets");
        Files.writeString(file, "SPARROW_MASTER_KEY=mine\n");

        assertThat(Secrets.in(file).get("SPARROW_MASTER_KEY")).isEqualTo("mine");
        assertThat(Files.readAllLines(file)).contains("SPARROW_MASTER_KEY=mine").hasSize(9);
    }
}
