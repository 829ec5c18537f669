package im.sparrow.verify.history;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/** One line of a history. {@code at} is in milliseconds since the run began. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "e")
@JsonSubTypes({
    @JsonSubTypes.Type(Event.Invoked.class),
    @JsonSubTypes.Type(Event.Acked.class),
    @JsonSubTypes.Type(Event.Nacked.class),
    @JsonSubTypes.Type(Event.RecallInvoked.class),
    @JsonSubTypes.Type(Event.RecallAcked.class),
    @JsonSubTypes.Type(Event.RecallNacked.class),
    @JsonSubTypes.Type(Event.Shown.class),
    @JsonSubTypes.Type(Event.Redelivered.class),
    @JsonSubTypes.Type(Event.Changed.class),
    @JsonSubTypes.Type(Event.Marked.class),
    @JsonSubTypes.Type(Event.Opened.class),
    @JsonSubTypes.Type(Event.Closed.class),
    @JsonSubTypes.Type(Event.Struck.class),
    @JsonSubTypes.Type(Event.Recovered.class),
    @JsonSubTypes.Type(Event.FinalRead.class),
    @JsonSubTypes.Type(Event.FinalInbox.class),
    @JsonSubTypes.Type(Event.Pulled.class),
    @JsonSubTypes.Type(Event.Stalled.class),
    @JsonSubTypes.Type(Event.FlipInvoked.class),
    @JsonSubTypes.Type(Event.FlipAcked.class),
    @JsonSubTypes.Type(Event.Peeked.class),
    @JsonSubTypes.Type(Event.Previewed.class),
    @JsonSubTypes.Type(Event.Tried.class),
    @JsonSubTypes.Type(Event.Overheard.class),
    @JsonSubTypes.Type(Event.Exiled.class),
    @JsonSubTypes.Type(Event.LogRead.class),
    @JsonSubTypes.Type(Event.Logged.class),
    @JsonSubTypes.Type(Event.LoggedFlip.class)
})
public sealed interface Event {

    /** When, in milliseconds since the run began. */
    long at();

    /** A send was put into the device's outbox, before its first frame left. */
    record Invoked(long at, DeviceName device, String conversation, String clientMsgId, String sum) implements Event {}

    /** The send has a place in the log. */
    record Acked(long at, DeviceName device, String conversation, String clientMsgId, long seq, String id)
            implements Event {}

    /** The send was refused for good. */
    record Nacked(long at, DeviceName device, String conversation, String clientMsgId, String code) implements Event {}

    /** A recall was asked for. */
    record RecallInvoked(long at, DeviceName device, String conversation, String clientOpId, long seq)
            implements Event {}

    /** The message is taken back. */
    record RecallAcked(long at, DeviceName device, String conversation, String clientOpId, long seq) implements Event {}

    /** The recall was refused for good. */
    record RecallNacked(long at, DeviceName device, String conversation, String clientOpId, String code)
            implements Event {}

    /** The device put a message on its screen. */
    record Shown(long at, DeviceName device, Item item) implements Event {}

    /** A message came that the device had, and was dropped. */
    record Redelivered(long at, DeviceName device, String conversation, long seq) implements Event {}

    /** The device applied a change to a message. */
    record Changed(long at, DeviceName device, String conversation, long seq, long changeSeq, boolean recalled)
            implements Event {}

    /** The device said how far it has shown. */
    record Marked(long at, DeviceName device, String conversation, long readSeq) implements Event {}

    /** A connection was welcomed. */
    record Opened(long at, DeviceName device) implements Event {}

    /** A connection ended. */
    record Closed(long at, DeviceName device, int code) implements Event {}

    /** The nemesis struck, with so many sends in flight. */
    record Struck(long at, String fault, long inFlight) implements Event {}

    /** What was struck works again. */
    record Recovered(long at, String fault, long afterMillis) implements Event {}

    /** The end: what a user reads of a conversation over REST, all of it. */
    record FinalRead(long at, String user, String conversation, List<Item> items) implements Event {}

    /** The end: what the inbox says of a conversation. */
    record FinalInbox(long at, String user, String conversation, long unread, long readSeq) implements Event {}

    /** A message that the device shows came with a page it asked for, and had not come by itself before. */
    record Pulled(long at, DeviceName device, String conversation, long seq) implements Event {}

    /** The device stops reading for so long; its connection stands. */
    record Stalled(long at, DeviceName device, long forMillis) implements Event {}

    /** Somebody is to come to a conversation or to go from it. */
    record FlipInvoked(long at, String conversation, String user, boolean comes) implements Event {}

    /** That he comes or goes is decided. */
    record FlipAcked(long at, String conversation, String user, boolean comes) implements Event {}

    /** What a user reads of a conversation over REST through one door; {@code door} names it. */
    record Peeked(long at, String user, String conversation, String door, List<Item> items) implements Event {}

    /** The newest message that a user's inbox shows of a conversation. */
    record Previewed(long at, String user, String conversation, Item newest) implements Event {}

    /**
     * A stranger tried a door of a conversation, and the same door of one that does not exist.
     *
     * @param door what he asked for
     * @param answer what he was told, without the conversation's name
     * @param absent what he was told of the one that does not exist
     */
    record Tried(long at, String user, String conversation, String door, String answer, String absent)
            implements Event {}

    /** A frame about a conversation came to a stranger by itself. */
    record Overheard(long at, String user, String conversation, String frame) implements Event {}

    /**
     * A session was ended; the door was tried with it until it was refused.
     *
     * @param door what was asked for
     * @param answer the refusal; the last answer when there was none
     * @param refused whether it was refused at last
     * @param afterMillis how long after the end was answered
     */
    record Exiled(long at, String user, String door, String answer, boolean refused, long afterMillis)
            implements Event {}

    /** The log itself was read, from the run's begin to its end. */
    record LogRead(long at, long records) implements Event {}

    /** A message as the log tells it; what it tells again is not written again. */
    record Logged(long at, Item item) implements Event {}

    /** Whom the log lets in and out at a seq. */
    record LoggedFlip(long at, String conversation, long seq, List<String> come, List<String> gone) implements Event {}
}
