package im.sparrow.bench.load;

import im.sparrow.bench.client.Crowd;
import im.sparrow.bench.client.Ear;
import im.sparrow.bench.client.Loop;
import im.sparrow.bench.client.Scan;
import im.sparrow.bench.client.Socket;
import im.sparrow.bench.town.Town;
import io.netty.buffer.ByteBuf;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** One message in each of some conversations, waited for. */
public final class Round {

    private static final byte[] MESSAGE = Scan.word("message");
    private static final byte[] ID = Scan.word("\"clientMsgId\":\"");
    private static final int SECONDS = 60;

    private Round() {}

    /**
     * Says it, each by the first member, and waits until each sender has his own back.
     *
     * @param speakers place in the town by place in the crowd
     */
    public static void say(Loop loop, Crowd crowd, int[] speakers, List<Town.Chat> chats) throws InterruptedException {
        Map<Integer, Integer> places = new HashMap<>();
        for (int i = 0; i < speakers.length; i++) {
            places.put(speakers[i], i);
        }
        long run = System.currentTimeMillis() << 4 & 0xffff_ffff_ffffL;
        var own = new CountDownLatch(chats.size());
        Ear ear = new Ear() {
            @Override
            public void heard(Socket socket, ByteBuf in, int at, int length, long now) {
                int id = Scan.is(in, at, length, MESSAGE) ? Scan.after(in, at, at + length, ID) : -1;
                long number = id < 0 ? -1 : Ids.number(in, id, run);
                if (number >= 0
                        && speakers[socket.place()] == chats.get((int) number).members()[0]) {
                    own.countDown();
                }
            }
        };
        loop.events().execute(() -> {
            crowd.hand(ear);
            for (int i = 0; i < chats.size(); i++) {
                Integer place = places.get(chats.get(i).members()[0]);
                if (place != null) {
                    new SendFrame(chats.get(i).id()).send(crowd.sockets().get(place), i, run);
                }
            }
        });
        if (!own.await(SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException(own.getCount() + " of " + chats.size() + " messages were not acknowledged");
        }
    }
}
