package im.sparrow.bench.bare;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.epoll.EpollEventLoopGroup;
import io.netty.channel.epoll.EpollServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A server that does nothing but what every server must: it takes frames from sockets and writes each to all sockets of
 * its room, encoded once, flushed once per round of the loop. It checks nothing and stores nothing. Rooms are filled in
 * the order in which clients come.
 */
public final class Relay {

    private static final byte[] UPGRADED =
            "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII);
    private static final String WELCOME = "{\"t\":\"welcome\"}";
    private static final byte[] MESSAGE =
            "{\"t\":\"message\",\"conversationId\":\"1000000000000000000\",\"seq\":1000000,"
                    .getBytes(StandardCharsets.US_ASCII);
    private static final int SEND_PREFIX = "{\"t\":\"send\",".length();
    private static final int TEXT = 0x81;
    private static final int LONG = 126;
    private static final int HEAD = 2 + 4; // two bytes and the mask

    private final int size;
    private final List<List<Channel>> rooms = new ArrayList<>();
    private final Set<Channel> unflushed = new LinkedHashSet<>();

    private Relay(int size) {
        this.size = size;
    }

    /** Port and sockets of a room; runs until it is killed. */
    public static void main(String[] args) throws InterruptedException {
        var relay = new Relay(Integer.parseInt(args[1]));
        var group = new EpollEventLoopGroup(1);
        new ServerBootstrap()
                .group(group)
                .channel(EpollServerSocketChannel.class)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        channel.pipeline().addLast(relay.new Client());
                    }
                })
                .bind("127.0.0.1", Integer.parseInt(args[0]))
                .sync()
                .channel()
                .closeFuture()
                .sync();
    }

    private List<Channel> join(Channel channel) {
        if (rooms.isEmpty() || rooms.getLast().size() == size) {
            rooms.add(new ArrayList<>());
        }
        rooms.getLast().add(channel);
        return rooms.getLast();
    }

    private void write(Channel to, ByteBuf frame) {
        to.write(frame, to.voidPromise());
        if (unflushed.isEmpty()) {
            to.eventLoop().execute(() -> {
                unflushed.forEach(Channel::flush);
                unflushed.clear();
            });
        }
        unflushed.add(to);
    }

    /** One socket; the generator's frames are masked with zeros. */
    private final class Client extends ChannelInboundHandlerAdapter {
        private boolean open;
        private final ByteBuf rest = Unpooled.directBuffer(2_048);
        private List<Channel> room = List.of();

        @Override
        public void channelRead(ChannelHandlerContext from, Object read) {
            ByteBuf in = rest.writeBytes((ByteBuf) read);
            ((ByteBuf) read).release();
            if (!open) {
                open = true;
                in.clear();
                from.writeAndFlush(from.alloc().ioBuffer().writeBytes(UPGRADED));
            }
            boolean whole = true;
            while (whole && in.readableBytes() > HEAD) {
                whole = frame(from, in);
            }
            in.discardReadBytes();
        }

        /** Takes one frame; false when it is not all there. */
        private boolean frame(ChannelHandlerContext from, ByteBuf in) {
            int start = in.readerIndex();
            int length = in.getByte(start + 1) & 0x7f;
            int text = start + HEAD;
            if (length == LONG) {
                length = in.getUnsignedShort(start + 2);
                text += 2;
            }
            if (in.writerIndex() < text + length) {
                return false;
            }
            if (room.isEmpty()) {
                room = join(from.channel());
                var welcome = from.alloc().ioBuffer().writeByte(TEXT).writeByte(WELCOME.length());
                welcome.writeCharSequence(WELCOME, StandardCharsets.US_ASCII);
                from.writeAndFlush(welcome);
            } else {
                pass(from, in, text + SEND_PREFIX, length - SEND_PREFIX);
            }
            in.readerIndex(text + length);
            return true;
        }

        private void pass(ChannelHandlerContext from, ByteBuf in, int at, int length) {
            var out = from.alloc().ioBuffer().writeByte(TEXT).writeByte(LONG).writeShort(MESSAGE.length + length);
            out.writeBytes(MESSAGE).writeBytes(in, at, length);
            room.forEach(to -> write(to, out.retainedDuplicate()));
            out.release();
        }
    }
}
