package im.sparrow.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import im.sparrow.contracts.Topics;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.consumer.InvalidJwtSignatureException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.junit.jupiter.api.Test;

class TestKitTest {
    @Test
    void the_database_is_one_and_each_service_has_its_schema() throws Exception {
        var database = new TestDatabase("sparrow_auth");
        try (var connection = database.connect()) {
            assertThat(connection.getCatalog()).isEqualTo("sparrow_auth");
        }
        assertThat(new DatabaseResource().start())
                .containsEntry("quarkus.datasource.jdbc.url", new TestDatabase("sparrow_test").url());
    }

    @Test
    void what_is_said_from_now_on_is_found_by_its_key() {
        try (var says = new Says()) {
            says.say(Topics.CURSOR, "9001", "before");
            try (var now = Records.fromNow(Topics.CURSOR);
                    var all = Records.fromBeginning(Topics.CURSOR)) {
                var place = says.say(Topics.CURSOR, "9001", "after", Map.of("k", "cursor"));

                var heard = now.await("9001", 1);

                assertThat(heard).singleElement().satisfies(record -> {
                    assertThat(record.value()).isEqualTo("after");
                    assertThat(Records.header(record, "k")).hasValue("cursor");
                    assertThat(Records.header(record, "s")).isEmpty();
                    assertThat(place.partition()).isEqualTo(Topics.partition("9001", 6));
                });
                assertThat(all.await("9001", 2)).hasSize(2);
            }
        }
    }

    @Test
    void a_token_is_believed_by_the_published_key_and_a_forged_one_is_not() throws Exception {
        var consumer = consumer();

        var claims = consumer.processToClaims(TestTokens.user(42).sign());

        assertThat(claims.getSubject()).isEqualTo("42");
        assertThat(claims.getStringListClaimValue("groups")).contains("speak");
        var forged = TestTokens.forged(42).sign();
        assertThatThrownBy(() -> consumer.processToClaims(forged)).isInstanceOf(InvalidJwtSignatureException.class);
    }

    private static JwtConsumer consumer() throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var request =
                    HttpRequest.newBuilder(URI.create(TestTokens.jwksUrl())).build();
            var keys = new JsonWebKeySet(
                    client.send(request, BodyHandlers.ofString()).body());
            return new JwtConsumerBuilder()
                    .setExpectedIssuer("sparrow")
                    .setExpectedAudience("sparrow")
                    .setVerificationKeyResolver(new JwksVerificationKeyResolver(keys.getJsonWebKeys()))
                    .build();
        }
    }
}
