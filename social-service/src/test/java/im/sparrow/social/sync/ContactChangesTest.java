package im.sparrow.social.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import im.sparrow.platform.database.Transactions;
import im.sparrow.social.Person;
import im.sparrow.social.Person.Group;
import im.sparrow.social.SocialTest;
import im.sparrow.social.contact.ContactLog;
import im.sparrow.social.request.FriendRequests;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@SocialTest
class ContactChangesTest {

    private final Person anna = Person.newcomer();
    private final Person ben = Person.newcomer();

    @Inject
    ContactLog contacts;

    @Inject
    FriendRequests requests;

    @Test
    void who_has_nothing_hears_nothing() {
        anna.gets("/contacts/changes")
                .body("version", equalTo(0), "friends", hasSize(0), "groups", hasSize(0), "requests", hasSize(0))
                .body("resync", nullValue(), "next", nullValue());
    }

    @Test
    void from_the_beginning_there_is_all_that_is_and_nothing_that_is_over() {
        anna.befriends(ben);
        Person former = Person.newcomer();
        anna.befriends(former);
        anna.deletes("/friends/" + former.id()).statusCode(204);
        Group group = anna.makesGroup("Tea", ben);
        String waiting = anna.asksFor(Person.newcomer());

        anna.gets("/contacts/changes?since=0")
                .body("friends.userId", contains(ben.id().toString()))
                .body("groups.id", contains(group.id()), "groups[0].name", equalTo("Tea"))
                .body("requests.id", contains(waiting));
    }

    @Test
    void since_a_version_there_is_what_changed_and_what_is_gone() {
        anna.befriends(ben);
        Group group = ben.makesGroup("Tea", anna);
        int version = anna.gets("/contacts/changes").extract().path("version");
        assertThat(version).isEqualTo(4);
        anna.gets("/contacts/changes?since=" + version).body("version", equalTo(4), "friends", hasSize(0));

        anna.deletes("/friends/" + ben.id()).statusCode(204);
        anna.removes(group, anna).statusCode(204);
        String request = ben.asksFor(anna);
        anna.posts("/friend-requests/" + request + "/reject").statusCode(200);

        anna.gets("/contacts/changes?since=" + version)
                .body(
                        "friends",
                        hasSize(1),
                        "friends[0].userId",
                        equalTo(ben.id().toString()))
                .body("friends[0].gone", equalTo(true), "friends[0].conversationId", notNullValue())
                .body("groups", hasSize(1), "groups[0].gone", equalTo(true), "groups[0].name", nullValue())
                .body("requests.state", contains("rejected"), "version", equalTo(8));
    }

    @Test
    void many_changes_come_in_pages_that_follow_each_other() {
        List<Person> others = Person.newcomers(5);
        List<String> made =
                IntStream.range(0, 5).mapToObj(i -> others.get(i).asksFor(anna)).toList();

        int version = anna.gets("/contacts/changes?limit=2")
                .body("requests.id", contains(made.get(0), made.get(1)), "next", notNullValue())
                .extract()
                .path("version");
        int second = anna.gets("/contacts/changes?limit=2&since=" + version)
                .body("requests.id", contains(made.get(2), made.get(3)))
                .extract()
                .path("version");

        anna.gets("/contacts/changes?limit=2&since=" + second)
                .body("requests.id", contains(made.get(4)), "next", nullValue(), "version", equalTo(5));
    }

    @Test
    void who_was_away_longer_than_deletions_are_kept_starts_anew() {
        anna.befriends(ben);
        anna.deletes("/friends/" + ben.id()).statusCode(204);
        anna.asksFor(Person.newcomer());

        while (Transactions.retried(() -> contacts.forget(Instant.now().plusSeconds(1)))) {
            // Everything that is over, batch by batch.
        }

        anna.gets("/contacts/changes?since=2").body("resync", equalTo(true), "version", equalTo(5));
        anna.gets("/contacts/changes?since=4").body("resync", nullValue(), "requests", hasSize(1));
        anna.gets("/contacts/changes?since=0").body("resync", nullValue(), "requests", hasSize(1));
    }

    @Test
    void a_version_from_the_future_starts_anew() {
        anna.asksFor(ben);

        anna.gets("/contacts/changes?since=17").body("resync", equalTo(true), "version", equalTo(1));
        anna.gets("/contacts/changes?since=-1").statusCode(422);
    }

    @Test
    void requests_decided_long_ago_are_forgotten_and_waiting_ones_never() {
        String decided = anna.asksFor(ben);
        ben.posts("/friend-requests/" + decided + "/reject").statusCode(200);
        String waiting = anna.asksFor(ben);

        while (Transactions.retried(() -> requests.forget(Instant.now().plusSeconds(1)))) {
            // Everything decided, batch by batch.
        }

        ben.gets("/friend-requests").body("items.id", contains(waiting));
    }
}
