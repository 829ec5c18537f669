package im.sparrow.e2e;

import static im.sparrow.e2e.person.Saying.text;
import static org.assertj.core.api.Assertions.assertThat;

import im.sparrow.e2e.page.Chromium;
import im.sparrow.e2e.page.Visitor;
import im.sparrow.e2e.person.Person;
import im.sparrow.e2e.suite.RunningSuite;
import im.sparrow.e2e.suite.WholeSuite;
import im.sparrow.local.layout.Service;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two people on the page, by real clicks and keys. */
@ExtendWith(WholeSuite.class)
@Order(10)
class TwoPeopleOnThePageTest {

    /** What Alice ({@code >}) and Bob say to each other in the pictures. */
    private static final List<String> DIALOGUE = List.of(
            "> Have you tried it? The whole thing runs on my laptop.",
            "< Yes! I even pulled the plug in the middle of a message.",
            "> And?",
            "< Everything was there again, once, in order. 🎉",
            "> 麻雀虽小，五脏俱全。",
            "< A sparrow is small, and complete 🐦",
            "> See you on Saturday then?");

    private static final String PASSWORD = "a day at the lake";

    @Test
    void two_people_meet_on_the_page_and_chat_both_ways(RunningSuite suite) throws IOException {
        try (var chromium = new Chromium(suite.door())) {
            var mia = chromium.visitor(Chromium.DESKTOP);
            var noah = chromium.visitor(Chromium.PHONE);
            mia.registers("mia.page", "Mia", PASSWORD);
            noah.registers("noah.page", "Noah", PASSWORD);
            mia.pictures().asItIs("empty-1280");
            noah.pictures().asItIs("empty-390");
            mia.asks("noah.page");
            noah.accepts();

            mia.goesToTheChats();
            mia.opensTheChatWith("Noah");
            mia.says("Hello Noah, do you see this?");
            noah.goesToTheChats();
            noah.seesUnread(1);
            noah.opensTheChatWith("Mia");
            noah.sees("Hello Noah, do you see this?");
            noah.says("I do 👋 你好");
            mia.sees("I do 👋 你好");
            mia.seesAllOfHis("read");
            mia.reloads();
            mia.sees("I do 👋 你好");

            var said = List.of("Hello Noah, do you see this?", "I do 👋 你好");
            assertThat(mia.texts()).isEqualTo(said);
            assertThat(noah.texts()).isEqualTo(said);
            mia.isUnharmed();
            noah.isUnharmed();
        }
    }

    @Test
    void two_devices_of_one_person_show_the_same(RunningSuite suite) {
        var alice = suite.register("Alice");
        var bob = suite.register("Bob");
        var chat = alice.befriends(bob);
        alice.sends(text("before you came")).in(chat);
        try (var chromium = new Chromium(suite.door())) {
            var desktop = chromium.visitor(Chromium.DESKTOP);
            var phone = chromium.visitor(Chromium.PHONE);
            desktop.logsIn(bob.name(), Person.PASSWORD);
            phone.logsIn(bob.name(), Person.PASSWORD);
            phone.seesUnread(1);

            desktop.opensTheChatWith(alice.nickname());
            desktop.sees("before you came");
            phone.seesNothingUnread();
            phone.opensTheChatWith(alice.nickname());
            desktop.says("from the desktop");
            phone.sees("from the desktop");
            phone.says("from the phone");
            desktop.sees("from the phone");
            alice.sends(text("to both of you")).in(chat);
            desktop.sees("to both of you");
            phone.sees("to both of you");

            var said = List.of("before you came", "from the desktop", "from the phone", "to both of you");
            assertThat(desktop.texts()).isEqualTo(said);
            assertThat(phone.texts()).isEqualTo(said);
            desktop.isUnharmed();
            phone.isUnharmed();
        }
    }

    @Test
    void every_message_arrives_once_though_gateway_and_log_are_killed(RunningSuite suite) throws Exception {
        var alice = suite.register("Alice");
        var bob = suite.register("Bob");
        alice.befriends(bob);
        try (var chromium = new Chromium(suite.door())) {
            var hers = new Typing(chromium.visitor(Chromium.DESKTOP), "alice", new ArrayList<>());
            var his = new Typing(chromium.visitor(Chromium.PHONE), "bob", new ArrayList<>());
            hers.enters(alice, bob);
            his.enters(bob, alice);
            talk(hers, his, "before");

            suite.kill(Service.GATEWAY);
            hers.page.seesThatTheConnectionIsAway();
            his.page.seesThatTheConnectionIsAway();
            hers.page.pictures().asItIs("away-1280");
            his.page.pictures().asItIs("away-390");
            talk(hers, his, "without a gateway");
            suite.awaitReady();
            hers.page.seesThatTheConnectionIsBack();
            his.page.seesThatTheConnectionIsBack();
            talk(hers, his, "with a new gateway");

            suite.kill(Service.MESSAGE);
            talk(hers, his, "without a log");
            suite.awaitReady();
            talk(hers, his, "with the log back");

            everythingOnce(hers, his);
        }
    }

    /** Somebody who notes what he types. */
    private record Typing(Visitor page, String name, List<String> said) {

        void enters(Person me, Person other) {
            page.logsIn(me.name(), Person.PASSWORD);
            page.opensTheChatWith(other.nickname());
        }

        void says(String what) {
            var words = name + " says " + what;
            page.says(words);
            said.add(words);
        }
    }

    private static void talk(Typing hers, Typing his, String when) {
        for (int i = 1; i <= 3; i++) {
            hers.says(i + " " + when);
            his.says(i + " " + when);
        }
    }

    private static void everythingOnce(Typing hers, Typing his) {
        for (var one : List.of(hers, his)) {
            one.page.seesAllOfHis("sent", "read");
            one.page.seesAsManyAs(hers.said.size() + his.said.size());
        }
        var all = hers.page.texts();
        assertThat(his.page.texts()).as("both see the same").isEqualTo(all);
        assertThat(hers.page.seqs()).isSorted().doesNotHaveDuplicates().hasSameSizeAs(all);
        assertThat(all.stream().filter(hers.said::contains)).containsExactlyElementsOf(hers.said);
        assertThat(all.stream().filter(his.said::contains)).containsExactlyElementsOf(his.said);
        assertThat(all).hasSize(hers.said.size() + his.said.size());
        hers.page.isUnharmed();
        his.page.isUnharmed();
    }

    @Test
    void the_page_can_be_looked_at_in_both_widths_themes_and_languages(RunningSuite suite) throws IOException {
        var alice = suite.register("Alice");
        var bob = suite.register("Bob");
        var carol = suite.register("Carol");
        var chat = alice.befriends(bob);
        alice.befriends(carol);
        carol.sends(text("Do you come on Saturday?")).in(alice.makesGroup("Hiking 徒步", bob, carol));
        for (var said : DIALOGUE) {
            var who = said.startsWith("> ") ? alice : bob;
            who.sends(text(said.substring(2))).in(chat);
        }
        bob.reads(chat, 1 + DIALOGUE.size());
        try (var chromium = new Chromium(suite.door())) {
            var hers = chromium.visitor(Chromium.DESKTOP);
            hers.logsIn(alice.name(), Person.PASSWORD);
            hers.pictures().everyWay("chats", "conversation-item");
            hers.opensTheChatWith(bob.nickname());
            hers.sees("See you on Saturday then?");
            hers.pictures().everyWay("chat", "message-text");
            hers.isUnharmed();
        }
    }
}
