package im.sparrow.local.demo;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/**
 * One line of the demo.
 *
 * @param author user name
 * @param place a group's name, or {@code @name} for the conversation between {@code user} and that person
 * @param text what is said
 */
record DemoText(String author, String place, String text) {
    /** Where people of one language or the other feel at home; in the order in which they are sent. */
    static final List<DemoText> ALL = List.of(
            new DemoText("member3", "@member3", "在吗？听说你装了新的聊天服务器 👀"),
            new DemoText("user", "@member3", "在的，麻雀虽小，五脏俱全 🐦"),
            new DemoText("member3", "@member3", "断网了消息会丢吗？"),
            new DemoText("user", "@member3", "不会：显示已发送的，就已经写进磁盘了 ✅"),
            new DemoText("member3", "@member3", "那我试试把服务杀掉 😈"),
            new DemoText("member4", "@member4", "Hi! Is this the new chat?"),
            new DemoText("user", "@member4", "It is. Everything runs on my laptop 💻"),
            new DemoText("member4", "@member4", "Nice 👏 Shall we move the team over on Monday?"),
            new DemoText("user", "谈笑有鸿儒", "大家好，欢迎来到这个群 🎉"),
            new DemoText("member5", "谈笑有鸿儒", "谈笑有鸿儒，往来无白丁。"),
            new DemoText("member6", "谈笑有鸿儒", "可以调素琴，阅金经 🎵"),
            new DemoText("member5", "谈笑有鸿儒", "周末爬山，有人一起吗？⛰️"),
            new DemoText("user", "往来无白丁", "Welcome, all of you 👋"),
            new DemoText("member6", "往来无白丁", "Thanks! 中英文都可以吗？"),
            new DemoText("user", "往来无白丁", "当然，both are fine 😄"),
            new DemoText("member5", "往来无白丁", "Then: good morning from the far north 🌅"));

    /** The same for the same line for ever, so that a repeat is never a second message. */
    UUID id() {
        var name = "sparrow demo: " + author + " in " + place + ": " + text;
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
