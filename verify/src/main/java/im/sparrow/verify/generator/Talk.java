package im.sparrow.verify.generator;

import im.sparrow.verify.client.Device;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** One person, talking at random moments in random places until the run has enough. */
final class Talk implements Runnable {

    /** What a device may have unanswered before its person waits: more than is said while the longest fault lasts. */
    private static final int PATIENCE = 45;

    private static final int LONGEST_BURST = 4;
    private static final int SHORTEST_STALL_MS = 1_000;
    private static final int LONGEST_STALL_MS = 8_000;
    private static final int SHORTEST_TEXT = 20;
    private static final int LONGEST_TEXT = 160;

    private final Person person;
    private final List<Chat> chats;
    private final SplittableRandom random;
    private final double perSecond;
    private final BooleanSupplier enough;

    Talk(Person person, List<Chat> chats, SplittableRandom random, double perSecond, BooleanSupplier enough) {
        this.person = person;
        this.chats = chats;
        this.random = random;
        this.perSecond = perSecond;
        this.enough = enough;
    }

    @Override
    public void run() {
        try {
            while (!enough.getAsBoolean()) {
                double gap = -Math.log(1 - random.nextDouble()) / perSecond;
                TimeUnit.MICROSECONDS.sleep((long) (gap * 1e6));
                List<Chat> mine = chats.stream()
                        .filter(chat -> chat.members().contains(person))
                        .toList();
                if (!mine.isEmpty()) {
                    act(mine.get(random.nextInt(mine.size())).conversationId());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void act(String conversation) {
        Device device = person.devices().get(random.nextInt(person.devices().size()));
        int dice = random.nextInt(1000);
        if (dice < 10) {
            device.recall(conversation);
        } else if (dice < 13) {
            device.drop();
        } else if (dice < 15) {
            device.stall(random.nextLong(SHORTEST_STALL_MS, LONGEST_STALL_MS));
        } else if (dice < 100) {
            device.read(conversation);
        }
        if (device.pending() > PATIENCE) {
            return;
        }
        int words = dice > 950 ? 2 + random.nextInt(LONGEST_BURST - 1) : 1;
        for (int i = 0; i < words; i++) {
            device.say(conversation, text(), dice % 5 == 0);
        }
    }

    private String text() {
        var text = new StringBuilder("#")
                .append(Long.toHexString(random.nextLong()))
                .append(' ');
        int length = random.nextInt(SHORTEST_TEXT, LONGEST_TEXT);
        while (text.length() < length) {
            text.append((char) ('a' + random.nextInt(26)));
        }
        return text.toString();
    }
}
