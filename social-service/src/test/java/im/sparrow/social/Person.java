package im.sparrow.social;

import static io.restassured.RestAssured.given;

import im.sparrow.contracts.Id;
import im.sparrow.contracts.account.AccountRecord.Status;
import im.sparrow.testing.TestDatabase;
import im.sparrow.testing.TestTokens;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Somebody with an account that this service knows, and what he does at its door.
 *
 * @param id his account
 * @param token his access token
 */
public record Person(Id id, String token) {

    private static final AtomicLong IDS = new AtomicLong(1_000_000);

    /** Somebody new with all rights of an ordinary user. */
    public static Person newcomer() {
        return known("person" + IDS.incrementAndGet(), Status.ACTIVE);
    }

    /** Several of them, by id. */
    public static List<Person> newcomers(int count) {
        return IntStream.range(0, count).mapToObj(i -> newcomer()).toList();
    }

    /** Somebody with a name, in use or deleted. */
    public static Person known(String username, Status status) {
        long id = IDS.incrementAndGet();
        try (var connection = new TestDatabase("sparrow_social").connect();
                var insert = connection.prepareStatement(
                        "INSERT INTO known_account"
                                + " (id, username, nickname, status, role_ids, findable, version) VALUES (?, ?, ?, ?, '2', 1, 1)")) {
            insert.setLong(1, id);
            insert.setString(2, username);
            insert.setString(3, "Nick of " + username);
            insert.setString(4, status.name());
            insert.executeUpdate();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        return new Person(Id.of(id), TestTokens.user(id).sign());
    }

    /** The same person with other rights. */
    public Person with(String... rights) {
        return new Person(id, TestTokens.user(id.value()).rights(rights).sign());
    }

    /** A request as this person. */
    public RequestSpecification asks() {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }

    /** GET of a path under {@code /api/v1}. */
    public ValidatableResponse gets(String path) {
        return asks().get("/api/v1" + path).then();
    }

    /** POST of a document. */
    public ValidatableResponse posts(String path, Object body) {
        return asks().body(body).post("/api/v1" + path).then();
    }

    /** POST without a document. */
    public ValidatableResponse posts(String path) {
        return asks().post("/api/v1" + path).then();
    }

    /** DELETE of a path. */
    public ValidatableResponse deletes(String path) {
        return asks().delete("/api/v1" + path).then();
    }

    /** Asks somebody to be a friend, which must work; answers the request's id. */
    public String asksFor(Person other) {
        return posts("/friend-requests", Map.of("toUserId", other.id()))
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** Asks, and the other accepts; answers their conversation. */
    public String befriends(Person other) {
        String request = asksFor(other);
        return other.posts("/friend-requests/" + request + "/accept")
                .statusCode(200)
                .extract()
                .path("conversationId");
    }

    /** Makes a group; answers it. */
    public Group makesGroup(String name, Person... others) {
        Map<String, Object> wanted = new HashMap<>(Map.of("name", name, "memberIds", ids(others)));
        var made = posts("/groups", wanted).statusCode(201).extract();
        return new Group(made.path("id"), made.path("conversationId"));
    }

    /** Adds people to a group. */
    public ValidatableResponse adds(Group group, Person... others) {
        return posts("/groups/" + group.id() + "/members", Map.of("userIds", ids(others)));
    }

    /** Removes somebody from a group, or leaves it. */
    public ValidatableResponse removes(Group group, Person other) {
        return deletes("/groups/" + group.id() + "/members/" + other.id());
    }

    /** A group as its maker was told of it. */
    public record Group(String id, String conversationId) {}

    /** The ids of some people. */
    public static List<String> ids(Person... people) {
        return Stream.of(people).map(person -> person.id().toString()).toList();
    }

    /** As an array, for the verbs above. */
    public static Person[] all(List<Person> people) {
        return people.toArray(Person[]::new);
    }
}
