package im.sparrow.message.log;

import im.sparrow.contracts.Id;
import im.sparrow.contracts.conversation.Cause;
import im.sparrow.contracts.conversation.MemberRole;
import im.sparrow.contracts.message.Command;
import im.sparrow.contracts.message.Command.MemberChange;
import im.sparrow.message.command.Entry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** A random life of one group: people come, go, speak, repeat, take back, and now and then the writer reads again. */
public final class Generator {

    private static final List<Id> PEOPLE = List.of(Scene.ALICE, Scene.BOB, Scene.CAROL, Id.of(4), Id.of(5));

    private final Random random;
    private final Scene scene;
    private final List<Command.Send> sends = new ArrayList<>();
    private final List<Command.Recall> recalls = new ArrayList<>();
    private final List<Command> applied = new ArrayList<>();
    private final List<Entry> read = new ArrayList<>();

    /** The same seed makes the same life. */
    public Generator(long seed, Scene scene) {
        this.random = new Random(seed);
        this.scene = scene;
    }

    /** The next batch, up to 20 s later; one in five begins again somewhere before it. */
    public List<Entry> next() {
        scene.pass(Duration.ofMillis(random.nextInt(20_000)));
        List<Entry> fresh = batch();
        int from = read.size();
        read.addAll(fresh);
        boolean again = random.nextInt(5) == 0;
        return List.copyOf(read.subList(again ? Math.max(0, from - random.nextInt(30)) : from, read.size()));
    }

    private List<Entry> batch() {
        var batch = new ArrayList<Entry>();
        int size = 1 + random.nextInt(12);
        for (int i = 0; i < size; i++) {
            batch.add(entry());
        }
        return batch;
    }

    private Entry entry() {
        return switch (random.nextInt(10)) {
            case 0 -> membership();
            case 1 -> again();
            case 2 -> recall();
            default -> scene.person(someone(), send());
        };
    }

    private Command.Send send() {
        String text = random.nextInt(20) == 0 ? " " : "text " + sends.size();
        UUID after = random.nextInt(6) == 0 && !sends.isEmpty() ? some(sends).clientMsgId() : null;
        Long readSeq = random.nextInt(3) == 0 ? (long) random.nextInt((int) scene.lastSeq() + 5) : null;
        var plain = scene.text(text);
        var send = new Command.Send(scene.where, plain.clientMsgId(), plain.body(), null, null, after, readSeq);
        sends.add(send);
        return send;
    }

    private Entry recall() {
        var recall = scene.recall(1 + random.nextInt((int) scene.lastSeq() + 1));
        recalls.add(recall);
        return scene.person(someone(), recall);
    }

    /** A repeat, by anyone, of anything. */
    private Entry again() {
        int what = random.nextInt(3);
        if (what == 0 && !recalls.isEmpty()) {
            return scene.person(someone(), some(recalls));
        }
        if (what == 1 && !applied.isEmpty()) {
            return scene.service(some(applied));
        }
        return scene.person(someone(), sends.isEmpty() ? send() : some(sends));
    }

    private Entry membership() {
        Id user = someone();
        Cause cause = random.nextInt(4) == 0 ? Cause.SILENT : Cause.MEMBERS_ADDED;
        MemberRole role = random.nextInt(4) == 0 ? MemberRole.ADMIN : MemberRole.MEMBER;
        MemberChange next = random.nextInt(3) == 0 ? scene.gone(user) : scene.change(user, role);
        boolean late = random.nextInt(6) == 0;
        MemberChange change = new MemberChange(
                user,
                next.role(),
                null,
                random.nextInt(8) > 0,
                null,
                random.nextInt(5) == 0,
                next.gone(),
                late ? next.version() / 2 : next.version());
        var members = scene.members(cause, change);
        applied.add(members);
        return scene.service(members);
    }

    private Id someone() {
        return some(PEOPLE);
    }

    private <T> T some(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
