package im.sparrow.social.seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import im.sparrow.contracts.account.AccountRecord.Status;
import im.sparrow.social.Person;
import im.sparrow.social.SocialTest;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

@SocialTest
class SeedTest {

    @Inject
    Seed seed;

    /** The counts are those of the original's start data. */
    @Test
    void the_demo_is_made_once_and_what_was_removed_stays_removed() {
        assertThat(seed.once()).as("while the people are not known").isFalse();
        Map<String, Person> people = new LinkedHashMap<>();
        DemoContacts.people().forEach(name -> people.put(name, Person.known(name, Status.ACTIVE)));
        assertThat(people).hasSize(34);

        assertThat(seed.once()).isTrue();

        Person user = known(people, "user");
        user.gets("/friends?limit=200").body("items", hasSize(26));
        user.gets("/friend-requests?box=incoming")
                .body("items.from.username", containsInAnyOrder("member1", "member2"))
                .body("items[0].state", equalTo("pending"));
        user.gets("/groups")
                .body("items.name", containsInAnyOrder("谈笑有鸿儒", "往来无白丁"))
                .body("items.memberCount", containsInAnyOrder(13, 13), "items[0].role", equalTo("owner"));
        known(people, "admin").gets("/friends").body("items", hasSize(0));
        known(people, "member26").gets("/friends").body("items", hasSize(1));
        known(people, "member27").gets("/friends").body("items", hasSize(0));

        user.deletes("/friends/" + known(people, "member3").id()).statusCode(204);
        assertThat(seed.once()).isTrue();
        user.gets("/friends?limit=200").body("items", hasSize(25));
    }

    private static Person known(Map<String, Person> people, String name) {
        return Objects.requireNonNull(people.get(name));
    }
}
