package im.sparrow.auth.github;

import static im.sparrow.auth.People.PASSWORD;
import static im.sparrow.auth.People.loggedIn;
import static im.sparrow.auth.People.registered;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import im.sparrow.auth.AuthTest;
import im.sparrow.auth.People.Person;
import im.sparrow.testing.GitHubResource;
import im.sparrow.testing.TestGitHub;
import io.quarkus.test.common.WithTestResource;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@AuthTest
@WithTestResource(GitHubResource.class)
class LinkTest {

    private static final String LOG_IN = "/api/v1/auth/github";
    private static final String MINE = "/api/v1/users/me/identities";
    private static final AtomicLong IDS = new AtomicLong(System.nanoTime() / 1_000 + 1_000_000_000_000L);

    @Inject
    @ConfigProperty(name = "sparrow.github.url")
    String provider;

    @Test
    void a_linked_account_is_found_by_the_next_log_in() throws Exception {
        var alice = registered();
        long id = IDS.incrementAndGet();
        var browser = browser(id);

        assertThat(link(alice, browser)).isEqualTo("/me?github=linked");

        alice.asks()
                .get(MINE)
                .then()
                .body("items.provider", contains("github"))
                .body("items.login", contains("linked-" + id));
        assertThat(browser.cookies()).doesNotContainKeys("sparrow-link", "sparrow-refresh");
        var other = browser(id);
        assertThat(other.walk(LOG_IN)).isEqualTo("/login?github=in");
        assertThat(userId(other)).isEqualTo(alice.id());
    }

    @Test
    void a_token_alone_opens_no_door() {
        var alice = registered();

        alice.asks()
                .body(Map.of())
                .post(MINE + "/github")
                .then()
                .statusCode(401)
                .body("code", equalTo("credentials_wrong"));
        alice.asks()
                .body(Map.of("password", "guess"))
                .post(MINE + "/github")
                .then()
                .statusCode(401);
    }

    @Test
    void nobody_takes_anothers_identity_nor_a_second_of_his_own() throws Exception {
        var alice = registered();
        var bob = registered();
        long id = IDS.incrementAndGet();
        link(alice, browser(id));

        assertThat(link(bob, browser(id))).isEqualTo("/me?github=name_taken");
        assertThat(link(alice, browser(IDS.incrementAndGet()))).isEqualTo("/me?github=conflict");
        assertThat(link(alice, browser(id))).isEqualTo("/me?github=linked");

        bob.asks().get(MINE).then().body("items", empty());
    }

    @Test
    void who_logged_out_meanwhile_links_nothing() throws Exception {
        var alice = registered();
        var browser = browser(IDS.incrementAndGet());
        begin(alice, browser);
        given().auth()
                .oauth2(alice.accessToken())
                .post("/api/v1/auth/logout")
                .then()
                .statusCode(204);

        assertThat(browser.walk(LOG_IN + "/link")).isEqualTo("/me?github=token_invalid");

        loggedIn(alice.username(), PASSWORD).asks().get(MINE).then().body("items", empty());
    }

    @Test
    void a_link_that_was_given_up_is_not_made_by_a_later_log_in() throws Exception {
        var alice = registered();
        var browser = browser(IDS.incrementAndGet());
        begin(alice, browser);

        assertThat(browser.walk(LOG_IN)).isEqualTo("/login?github=in");

        assertThat(userId(browser)).isNotEqualTo(alice.id());
        alice.asks().get(MINE).then().body("items", empty());
    }

    @Test
    void an_unlinked_identity_is_a_stranger_again() throws Exception {
        var alice = registered();
        long id = IDS.incrementAndGet();
        link(alice, browser(id));

        alice.asks().delete(MINE + "/github").then().statusCode(204);
        alice.asks().delete(MINE + "/github").then().statusCode(404);

        var browser = browser(id);
        browser.walk(LOG_IN);
        assertThat(userId(browser)).isNotEqualTo(alice.id());
    }

    @Test
    void the_last_way_in_stays() throws Exception {
        var browser = browser(IDS.incrementAndGet());
        browser.walk(LOG_IN);
        String token = token(browser);

        given().auth()
                .oauth2(token)
                .delete(MINE + "/github")
                .then()
                .statusCode(409)
                .body("code", equalTo("conflict"));

        given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(Map.of("password", PASSWORD))
                .post("/api/v1/auth/password")
                .then()
                .statusCode(204);
        given().auth().oauth2(token(browser)).delete(MINE + "/github").then().statusCode(204);
    }

    private static void begin(Person person, Browser browser) {
        var answer = person.asks()
                .body(Map.of("password", PASSWORD))
                .post(MINE + "/github")
                .then()
                .statusCode(200)
                .body("location", equalTo(LOG_IN + "/link"))
                .extract();
        browser.cookies().put("sparrow-link", answer.cookie("sparrow-link"));
    }

    private static String link(Person person, Browser browser) throws Exception {
        begin(person, browser);
        return browser.walk(LOG_IN + "/link");
    }

    private static String userId(Browser browser) throws Exception {
        return JsonPath.from(browser.post("/api/v1/auth/refresh", "{}").body()).getString("userId");
    }

    private static String token(Browser browser) throws Exception {
        return JsonPath.from(browser.post("/api/v1/auth/refresh", "{}").body()).getString("accessToken");
    }

    private Browser browser(long id) {
        return Browser.of(provider, TestGitHub.person(provider, id, "linked-" + id, null));
    }
}
