package im.sparrow.e2e;

import static im.sparrow.e2e.person.Frame.named;
import static im.sparrow.e2e.person.Frame.saying;
import static im.sparrow.e2e.person.Saying.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import im.sparrow.e2e.checkout.Checkout;
import im.sparrow.e2e.person.Chat;
import im.sparrow.e2e.person.Device;
import im.sparrow.e2e.suite.RunningSuite;
import im.sparrow.e2e.suite.WholeSuite;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A device that was away gets what it missed, once, and nothing else. */
@ExtendWith(WholeSuite.class)
@Order(2)
class ResumeTest {

    private static final int MISSED = 100;
    private static final int PAGE = 40;

    @Test
    void a_device_away_for_100_messages_gets_each_once_and_the_recall_too(RunningSuite suite) throws IOException {
        var alice = suite.register("Alice");
        var bob = suite.register("Bob");
        var chat = alice.befriends(bob);
        long older;
        long held;
        try (var phone = bob.device()) {
            older = alice.sends(text("I should not have said this")).in(chat);
            held = alice.sends(text("the last one before the tunnel")).in(chat);
            phone.awaits("the last message", saying("the last one before the tunnel"));
        }

        for (int i = 1; i <= MISSED; i++) {
            alice.sends(text("missed " + i)).in(chat);
        }
        alice.recalls(chat, older);

        try (var phone = bob.device(Map.of(chat.id(), new long[] {held, 0}))) {
            var welcome = phone.awaits("the welcome", named("welcome"));
            var missed = catchUp(phone, chat, held);
            var changes = phone.pulls(chat, "afterChangeSeq", 0, PAGE);
            write(phone);

            assertThat(welcome.list("conversations"))
                    .as("what changed since the heads")
                    .hasSize(1)
                    .allSatisfy(row -> assertThat(row.path("id").asText()).isEqualTo(chat.id()))
                    .allSatisfy(row ->
                            assertThat(row.path("head").toString()).isEqualTo("[%d,1]".formatted(held + MISSED)));
            assertThat(missed)
                    .extracting(item -> item.path("seq").asLong())
                    .as("N+1 to N+100, each once, in order")
                    .containsExactlyElementsOf(LongStream.rangeClosed(held + 1, held + MISSED)
                            .boxed()
                            .toList());
            assertThat(missed)
                    .extracting(item -> item.at("/body/text").asText())
                    .startsWith("missed 1", "missed 2")
                    .endsWith("missed 100");
            assertThat(changes.list("items")).singleElement().satisfies(item -> {
                assertThat(item.path("seq").asLong()).isEqualTo(older);
                assertThat(item.path("changeSeq").asLong()).isEqualTo(1);
                assertThat(item.at("/recalled/by").asText()).isEqualTo(alice.id());
                assertThat(item.has("body")).as("the text is gone").isFalse();
            });
            assertThat(changes.number("headChange")).isEqualTo(1);
            assertThat(phone.heard()).as("nothing was pushed").isEmpty();
            assertThat(String.join("", phone.transcript())).doesNotContain("I should not have said this");
        }
    }

    @Test
    void a_device_that_holds_everything_gets_nothing(RunningSuite suite) {
        var alice = suite.register("Alice");
        var bob = suite.register("Bob");
        var chat = alice.befriends(bob);
        long held = alice.sends(text("all there is")).in(chat);

        try (var phone = bob.device(Map.of(chat.id(), new long[] {held, 0}))) {
            assertThat(phone.awaits("the welcome", named("welcome")).list("conversations"))
                    .isEmpty();
            assertThat(phone.pulls(chat, "afterSeq", held, PAGE).list("items")).isEmpty();
            assertThat(phone.heard()).isEmpty();
        }
    }

    private static List<JsonNode> catchUp(Device phone, Chat chat, long held) {
        var items = new ArrayList<JsonNode>();
        long after = held;
        while (true) {
            var page = phone.pulls(chat, "afterSeq", after, PAGE);
            items.addAll(page.list("items"));
            if (!page.json().hasNonNull("next")) {
                return items;
            }
            after = items.getLast().path("seq").asLong();
        }
    }

    private static void write(Device phone) throws IOException {
        Files.write(Checkout.target("transcripts").resolve("resume.txt"), phone.transcript());
    }
}
