package im.sparrow.auth.github;

import static im.sparrow.auth.People.admin;
import static im.sparrow.auth.People.impose;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.startsWith;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import im.sparrow.auth.AuthTest;
import im.sparrow.testing.GitHubResource;
import im.sparrow.testing.TestGitHub;
import io.quarkus.test.common.WithTestResource;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@AuthTest
@WithTestResource(GitHubResource.class)
class GitHubTest {

    private static final String LOG_IN = "/api/v1/auth/github";
    private static final AtomicLong IDS = new AtomicLong(System.nanoTime() / 1_000);

    @Inject
    @ConfigProperty(name = "sparrow.github.url")
    String provider;

    @Test
    void the_first_log_in_makes_an_account_and_the_second_finds_it() throws Exception {
        long id = IDS.incrementAndGet();
        String login = "Ada-" + id;
        var first = browser(id, login, "Ada Lovelace");
        assertThat(first.walk(LOG_IN)).isEqualTo("/login?github=in");
        var ada = inside(first);
        String photo = ada.asks()
                .get("/api/v1/users/me")
                .then()
                .statusCode(200)
                .body("username", equalTo("ada-" + id))
                .body("nickname", equalTo("Ada Lovelace"))
                .body("photo", startsWith("/api/v1/users/photos/"))
                .extract()
                .path("photo");
        given().get(photo).then().statusCode(200).contentType("image/png");
        given().get("/api/v1/users/photos/guess").then().statusCode(404);

        var second = browser(id, "renamed-" + id, null);
        assertThat(second.walk(LOG_IN)).isEqualTo("/login?github=in");

        var again = inside(second);
        assertThat(again.id()).isEqualTo(ada.id());
        again.asks().get("/api/v1/users/me").then().body("username", equalTo("ada-" + id));
        again.asks().get("/api/v1/users/me/identities").then().body("items.login", contains("renamed-" + id));
        again.asks().get("/api/v1/users/me/sessions").then().body("items[0].deviceName", equalTo("Chrome · Linux"));
    }

    @Test
    void the_same_browser_is_the_same_device() throws Exception {
        var browser = browser(IDS.incrementAndGet(), "grace", null);
        browser.walk(LOG_IN);
        browser.walk(LOG_IN);

        List<String> devices = inside(browser)
                .asks()
                .get("/api/v1/users/me/sessions")
                .then()
                .extract()
                .path("items.deviceId");

        assertThat(devices).hasSize(2);
        assertThat(devices.get(0)).isEqualTo(devices.get(1));
    }

    @Test
    void a_name_somebody_has_makes_two_people_and_neither_gets_the_others_roles() throws Exception {
        var stranger = browser(IDS.incrementAndGet(), "admin", null);

        assertThat(stranger.walk(LOG_IN)).isEqualTo("/login?github=in");

        var inside = inside(stranger);
        assertThat(inside.id()).isNotEqualTo(admin().id());
        inside.asks()
                .get("/api/v1/users/me")
                .then()
                .body("username", matchesPattern("admin-\\d+"))
                .body("nickname", equalTo("admin"));
        inside.asks().get("/api/v1/admin/users").then().statusCode(403);
    }

    @Test
    void two_first_log_ins_at_once_make_one_account() throws Exception {
        long id = IDS.incrementAndGet();
        Callable<String> comes = () -> {
            var browser = browser(id, "twice-" + id, null);
            browser.walk(LOG_IN);
            return inside(browser).id();
        };

        try (var threads = Executors.newFixedThreadPool(4)) {
            var who = threads.invokeAll(List.of(comes, comes, comes, comes)).stream()
                    .map(one -> one.resultNow())
                    .distinct();
            assertThat(who).hasSize(1);
        }
    }

    @Test
    void no_token_is_in_any_address_and_none_of_the_providers_stays() throws Exception {
        var browser = browser(IDS.incrementAndGet(), "quiet", null);
        browser.walk(LOG_IN);
        String refresh = String.valueOf(browser.cookies().get("sparrow-refresh"));
        var inside = inside(browser);

        assertThat(browser.been()).hasSize(3);
        assertThat(browser.been().toString()).doesNotContain(refresh, inside.token(), "gho_", "eyJ");
        assertThat(browser.cookies().keySet()).containsExactlyInAnyOrder("sparrow-refresh", "sparrow-device");
    }

    @Test
    void another_browsers_answer_lets_nobody_in_and_hurts_nobody() throws Exception {
        var mallory = browser(IDS.incrementAndGet(), "mallory", null);
        URI back = mallory.wayBack(LOG_IN);
        var victim = new Browser();

        assertThat(victim.sentTo(back).toString()).endsWith("/login?github=credentials_wrong");

        assertThat(victim.cookies()).doesNotContainKey("sparrow-refresh");
        assertThat(mallory.sentTo(back).toString()).endsWith("/login?github=in");
    }

    @Test
    void going_back_and_loading_again_lets_nobody_in_twice() throws Exception {
        var browser = browser(IDS.incrementAndGet(), "reload", null);
        URI back = browser.wayBack(LOG_IN);
        browser.sentTo(back);

        assertThat(browser.sentTo(back).toString()).endsWith("/login?github=credentials_wrong");

        assertThat(inside(browser).asks().get("/api/v1/users/me/sessions").statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?code=guess&state=STATE",
                "?code=CODE",
                "?code=CODE&state=guess",
                "?state=STATE",
                "?error=server_error&state=STATE",
                "?error=redirect_uri_mismatch&state=STATE",
                "?code=CODE&state=STATE&state=STATE",
                "?code=%00&state=STATE",
                ""
            })
    void a_forged_answer_lets_nobody_in(String query) throws Exception {
        var browser = browser(IDS.incrementAndGet(), "forged", null);
        String said = browser.wayBack(LOG_IN).getRawQuery();
        String code = said.replaceFirst("^code=([^&]+).*", "$1");
        String state = said.replaceFirst(".*state=([^&]+).*", "$1");
        String forged = query.replace("CODE", code).replace("STATE", state);

        assertThat(browser.sentTo(Browser.here(LOG_IN + "/callback" + forged)).toString())
                .endsWith("/login?github=credentials_wrong");

        assertThat(browser.cookies()).doesNotContainKey("sparrow-refresh");
    }

    @Test
    void who_changes_his_mind_over_there_is_back_at_the_log_in() throws Exception {
        assertThat(Browser.of(provider, "cancel").walk(LOG_IN)).isEqualTo("/login");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"login\":\"x\"}",
                "{\"login\":\"x\",\"id\":\"7\"}",
                "{\"login\":\"x\",\"id\":\"1e3\"}",
                "{\"login\":\"x\",\"id\":0}",
                "{\"login\":\"x\",\"id\":-7}",
                "{\"login\":\"x\",\"id\":1.5}",
                "{\"login\":\"x\",\"id\":null}",
                "{\"login\":\"x\",\"id\":true}",
                "{\"login\":\"x\",\"id\":[7]}",
                "{\"login\":\"x\",\"id\":9223372036854775808}",
                "[]",
                "7",
                "status:200<html>",
                "status:500{}",
                "status:404{}"
            })
    void somebody_whom_the_provider_cannot_describe_is_nobody(String document) throws Exception {
        var browser = Browser.of(provider, document);

        assertThat(browser.walk(LOG_IN)).isIn("/login?github=unavailable", "/login?github=credentials_wrong");

        assertThat(browser.cookies()).doesNotContainKey("sparrow-refresh");
    }

    @Test
    void a_banned_account_stays_out_and_may_hear_why() throws Exception {
        long id = IDS.incrementAndGet();
        var browser = browser(id, "banned-" + id, null);
        browser.walk(LOG_IN);
        impose(admin(), inside(browser).id(), "ban", "spam", Instant.now().plus(Duration.ofHours(1)))
                .statusCode(201);
        var again = browser(id, "banned-" + id, null);

        assertThat(again.walk(LOG_IN)).isEqualTo("/login?github=right_missing");

        assertThat(again.cookies()).doesNotContainKey("sparrow-refresh");
        var why = again.post(LOG_IN + "/finish", "{}");
        assertThat(why.statusCode()).isEqualTo(403);
        assertThat(why.body()).contains("right_missing", "spam", "until");
    }

    @Test
    void a_second_factor_is_asked_for_all_the_same() throws Exception {
        long id = IDS.incrementAndGet();
        var browser = browser(id, "careful-" + id, null);
        browser.walk(LOG_IN);
        List<String> codes = secondFactor(inside(browser));
        var again = browser(id, "careful-" + id, null);

        assertThat(again.walk(LOG_IN)).isEqualTo("/login?github=second_factor_needed");

        assertThat(again.cookies()).doesNotContainKey("sparrow-refresh");
        assertThat(again.post(LOG_IN + "/finish", "{}").body()).contains("second_factor_needed");
        assertThat(again.post(LOG_IN + "/finish", "{\"code\":\"000000\"}").body())
                .contains("credentials_wrong");
        var in = again.post(LOG_IN + "/finish", "{\"code\":\"" + codes.getFirst() + "\",\"deviceId\":\"d1\"}");
        assertThat(in.statusCode()).isEqualTo(200);
        assertThat(in.body()).contains("accessToken").doesNotContain("refreshToken");
        assertThat(again.cookies()).containsKey("sparrow-refresh").doesNotContainKey("sparrow-github");
    }

    @Test
    void nobody_finishes_what_he_has_not_begun() throws Exception {
        var browser = new Browser();

        assertThat(browser.post(LOG_IN + "/finish", "{}").body()).contains("token_missing");
        browser.cookies().put("sparrow-github", "Zm9yZ2Vk");
        assertThat(browser.post(LOG_IN + "/finish", "{}").body()).contains("token_missing");
    }

    private static List<String> secondFactor(Inside person) throws Exception {
        String secret = person.asks()
                .post("/api/v1/auth/second-factor")
                .then()
                .extract()
                .path("secret");
        var key = new SecretKeySpec(new Base32().decode(secret), "HmacSHA1");
        String code = new TimeBasedOneTimePasswordGenerator().generateOneTimePasswordString(key, Instant.now());
        return person.asks()
                .body(Map.of("code", code))
                .post("/api/v1/auth/second-factor/confirm")
                .then()
                .statusCode(200)
                .extract()
                .path("recoveryCodes");
    }

    /** Somebody who is in. */
    private record Inside(String id, String token) {

        RequestSpecification asks() {
            return given().auth().oauth2(token).contentType("application/json");
        }
    }

    /** What the page does when it is back: the cookie's refresh token for an access token. */
    private static Inside inside(Browser browser) throws Exception {
        var answer = browser.post("/api/v1/auth/refresh", "{}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        var body = JsonPath.from(answer.body());
        return new Inside(body.getString("userId"), body.getString("accessToken"));
    }

    private Browser browser(long id, String login, @Nullable String name) {
        return Browser.of(provider, TestGitHub.person(provider, id, login, name));
    }
}
