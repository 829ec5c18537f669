package im.sparrow.message.cursor;

import im.sparrow.contracts.Id;
import im.sparrow.contracts.event.UserEvent.CursorMoved;
import im.sparrow.message.member.Marks;
import im.sparrow.message.row.MemberRow;
import java.util.ArrayList;
import java.util.List;

/** Who hears of a mark: its owner's devices with what is left unread, and in a one-to-one the peer without. */
final class Announcements {

    private Announcements() {}

    static List<CursorMoved> moved(Reader reader, Marks marks) {
        var events = new ArrayList<CursorMoved>();
        events.add(own(reader, marks));
        Id peer = reader.peer();
        if (peer != null) {
            events.add(peer(reader.member(), peer, marks));
        }
        return events;
    }

    static CursorMoved own(Reader reader, Marks marks) {
        MemberRow member = reader.member();
        return new CursorMoved(
                member.userId(),
                member.conversationId(),
                member.userId(),
                marks.readSeq(),
                marks.deliveredSeq(),
                marks.unread(reader.endCountableNo(), member.ownNo()));
    }

    private static CursorMoved peer(MemberRow member, Id peer, Marks marks) {
        return new CursorMoved(
                peer, member.conversationId(), member.userId(), marks.readSeq(), marks.deliveredSeq(), null);
    }
}
