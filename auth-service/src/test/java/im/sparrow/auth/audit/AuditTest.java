package im.sparrow.auth.audit;

import static im.sparrow.auth.People.admin;
import static im.sparrow.auth.People.freshName;
import static im.sparrow.auth.People.impose;
import static im.sparrow.auth.People.registered;
import static im.sparrow.auth.People.setRoles;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import im.sparrow.auth.AuthTest;
import im.sparrow.auth.People.Person;
import im.sparrow.contracts.Topics;
import im.sparrow.contracts.audit.AuditRecord;
import im.sparrow.testing.Records;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What administration does is said, once each, without a secret. */
@AuthTest
class AuditTest {

    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule());

    /** Asks as an administrator and answers a field. */
    private static String made(Person admin, String path, Object body, String field) {
        return admin.asks()
                .body(body)
                .post("/api/v1/admin" + path)
                .then()
                .statusCode(201)
                .extract()
                .path(field);
    }

    private static void deleted(Person admin, String path) {
        admin.asks().delete("/api/v1/admin" + path).then().statusCode(204);
    }

    /** What somebody has done since then, in the order in which he did it. */
    private static List<AuditRecord> by(Person admin, Records records, int count) throws Exception {
        var said = new ArrayList<AuditRecord>();
        for (var record : records.await(value -> value.contains("\"actor\":\"" + admin.id() + "\""), count)) {
            said.add(JSON.readValue(record.value(), AuditRecord.class));
        }
        said.sort(Comparator.comparing(AuditRecord::id));
        return said;
    }

    @Test
    void each_deed_is_said_with_who_did_it_to_whom_and_from_where() throws Exception {
        var admin = admin();
        var bob = registered();
        String users = "/users/" + bob.id();
        try (var records = Records.fromNow(Topics.AUDIT)) {
            String right = "own." + freshName();
            made(admin, "/rights", Map.of("name", right, "description", "no word of this"), "name");
            String role = made(
                    admin,
                    "/roles",
                    Map.of("name", freshName(), "grants", List.of("login", right), "takes", List.of()),
                    "id");
            setRoles(admin, bob.id(), Set.of("2", role)).statusCode(200);
            String sanction = impose(admin, bob.id(), "mute", "no word of this", null)
                    .statusCode(201)
                    .extract()
                    .path("id");
            deleted(admin, users + "/sanctions/" + sanction);
            String link = made(admin, users + "/password-reset", Map.of(), "token");
            String code = made(admin, "/users/invitations", Map.of("note", "no word of this", "uses", 3), "code");
            Map<String, Object> program =
                    Map.of("kind", "bot", "name", "a bot", "username", freshName(), "scopes", List.of("send"));
            String key = made(admin, "/users/keys", program, "key");
            deleted(admin, users + "/sessions");
            deleted(admin, "/roles/" + role + "?version=1");
            deleted(admin, "/rights/" + right + "?version=1");

            var said = by(admin, records, 11);

            String account = "account:" + bob.id();
            assertThat(said)
                    .extracting(AuditRecord::deed)
                    .containsExactly(
                            "right-made",
                            "role-made",
                            "roles-set",
                            "sanction-imposed",
                            "sanction-lifted",
                            "password-link-made",
                            "invitation-made",
                            "server-key-made",
                            "sessions-ended",
                            "role-deleted",
                            "right-deleted");
            assertThat(said).extracting(AuditRecord::subject).contains("right:" + right, "role:" + role, account);
            assertThat(said).allSatisfy(record -> {
                assertThat(record.actor()).isEqualTo(admin.id());
                assertThat(record.from()).isNotBlank();
            });
            assertThat(said.get(3).about()).containsEntry("kind", "mute").containsEntry("sanction", sanction);
            assertThat(said.toString()).doesNotContain(link, code, key, "no word of this");
        }
    }

    @Test
    void what_is_refused_is_no_deed() throws Exception {
        var admin = admin();
        try (var records = Records.fromNow(Topics.AUDIT)) {
            admin.asks().delete("/api/v1/admin/roles/2?version=1000000").then().statusCode(409);
            admin.asks().delete("/api/v1/admin/users/1/sessions").then().statusCode(404);
            var bob = registered();
            impose(admin, bob.id(), "mute", "x", null).statusCode(201);

            assertThat(by(admin, records, 1)).extracting(AuditRecord::deed).containsExactly("sanction-imposed");
        }
    }

    @Test
    void a_repeated_request_is_one_deed() throws Exception {
        var admin = admin();
        var bob = registered();
        try (var records = Records.fromNow(Topics.AUDIT)) {
            String key = freshName();
            for (int i = 0; i < 2; i++) {
                admin.asks()
                        .header("Idempotency-Key", key)
                        .body(Map.of("kind", "mute", "reason", "x"))
                        .post("/api/v1/admin/users/" + bob.id() + "/sanctions")
                        .then()
                        .statusCode(201);
            }
            registered();
            setRoles(admin, bob.id(), Set.of("2", "3")).statusCode(200);

            assertThat(by(admin, records, 2))
                    .extracting(AuditRecord::deed)
                    .containsExactly("sanction-imposed", "roles-set");
        }
    }
}
