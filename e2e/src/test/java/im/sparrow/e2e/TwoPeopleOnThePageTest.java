package im.sparrow.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import im.sparrow.e2e.page.Chromium;
import im.sparrow.e2e.page.Visitor;
import im.sparrow.e2e.people.People;
import im.sparrow.e2e.suite.TheSuite;
import im.sparrow.e2e.suite.WholeSuite;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(WholeSuite.class)
class TwoPeopleOnThePageTest {

    private final List<String> said = new ArrayList<>();

    @Test
    void two_people_meet_and_chat_through_a_killed_gateway_and_message_service(TheSuite suite)
            throws InterruptedException {
        try (var chromium = new Chromium()) {
            Visitor ann = chromium.visitor(suite.url(), Chromium.DESKTOP);
            Visitor ben = chromium.visitor(suite.url(), Chromium.PHONE);
            meet(ann, ben);
            talk(ann, ben, "before");

            suite.kill("chat-gateway");
            ann.seesThatTheConnectionIsAway();
            ann.pictures("away-1280");
            ben.pictures("away-390");
            says(ann, "said while the gateway was dead");
            suite.awaitReady();
            ann.seesThatTheConnectionIsBack();
            ben.seesThatTheConnectionIsBack();
            ben.sees("said while the gateway was dead");

            suite.kill("message-service");
            says(ben, "said while the log was dead");
            suite.awaitReady();
            ann.sees("said while the log was dead");
            talk(ann, ben, "after");

            ann.seesAllSent();
            ben.seesAllSent();
            ann.pictures("chat-1280");
            ben.pictures("chat-390");
            everythingOnceInOrder(ann);
            everythingOnceInOrder(ben);
        }
    }

    private void meet(Visitor ann, Visitor ben) {
        String stamp = Long.toString(System.currentTimeMillis() / 1000, Character.MAX_RADIX);
        ben.registers("ben" + stamp, People.PASSWORD);
        ann.registers("ann" + stamp, People.PASSWORD);
        ann.pictures("empty-1280");
        ben.pictures("empty-390");
        ann.asks("ben" + stamp);
        ben.accepts();
        ann.opensTheChat();
        ben.opensTheChat();
    }

    private void talk(Visitor ann, Visitor ben, String when) {
        says(ann, "hello " + when);
        ben.sees("hello " + when);
        says(ben, "hello back " + when);
        ann.sees("hello back " + when);
    }

    private void says(Visitor who, String text) {
        who.says(text);
        said.add(text);
    }

    private void everythingOnceInOrder(Visitor who) {
        assertThat(who.texts()).containsExactlyElementsOf(said);
        assertThat(who.seqs()).isSorted().doesNotHaveDuplicates().hasSameSizeAs(said);
        assertThat(who.faults()).isEmpty();
    }
}
