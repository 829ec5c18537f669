package im.sparrow.social.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import im.sparrow.contracts.message.Command;
import im.sparrow.social.Person;
import im.sparrow.social.Person.Group;
import im.sparrow.social.SocialTest;
import im.sparrow.social.Told;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

@SocialTest
class GroupRaceTest {

    private final Person anna = Person.newcomer();

    @Test
    void who_is_added_thirty_times_at_once_comes_once() throws Exception {
        Person ben = Person.newcomer();
        try (var told = new Told()) {
            Group group = anna.makesGroup("Tea");

            List<ValidatableResponse> answers = atOnce(30, i -> anna.adds(group, ben));

            assertThat(answers).allSatisfy(answer -> answer.statusCode(200));
            long added = answers.stream()
                    .mapToInt(answer -> answer.extract().<List<?>>path("items").size())
                    .sum();
            assertThat(added).isEqualTo(1);
            assertThat(told.allTo(group.conversationId())).hasSize(3);
        }
    }

    @Test
    void many_who_come_at_once_all_come_under_versions_without_holes() throws Exception {
        List<Person> many = Person.newcomers(40);
        try (var told = new Told()) {
            Group group = anna.makesGroup("Tea");

            atOnce(40, i -> anna.adds(group, many.get(i))).forEach(answer -> answer.statusCode(200));

            anna.gets("/groups/" + group.id()).body("memberCount", equalTo(41));
            List<Command> log = told.log(group.conversationId(), 42);
            assertThat(Told.versions(log))
                    .containsExactly(LongStream.rangeClosed(1, 42).boxed().toArray(Long[]::new));
        }
    }

    @Test
    void when_everybody_leaves_at_once_nobody_is_left_behind_without_an_owner() throws Exception {
        List<Person> all = new ArrayList<>(Person.newcomers(10));
        try (var told = new Told()) {
            Group group = anna.makesGroup("Tea", Person.all(all));
            all.add(anna);

            atOnce(11, i -> all.get(i).removes(group, all.get(i))).forEach(answer -> answer.statusCode(204));

            List<Command> log = told.allTo(group.conversationId());
            assertThat(log.getLast())
                    .isInstanceOfSatisfying(
                            Command.ApplyConversation.class,
                            last -> assertThat(last.state().name()).isEqualTo("DISSOLVED"));
            assertThat(Told.versions(log)).isSorted().doesNotHaveDuplicates();
        }
    }

    private interface Act {
        ValidatableResponse by(int number);
    }

    private static List<ValidatableResponse> atOnce(int times, Act act) throws Exception {
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<ValidatableResponse>> answers = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                int number = i;
                answers.add(people.submit(() -> act.by(number)));
            }
            List<ValidatableResponse> heard = new ArrayList<>();
            for (Future<ValidatableResponse> answer : answers) {
                heard.add(answer.get());
            }
            return heard;
        }
    }
}
