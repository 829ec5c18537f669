package im.sparrow.message.log;

import im.sparrow.contracts.Bounds;
import im.sparrow.contracts.Id;
import im.sparrow.contracts.conversation.Cause;
import im.sparrow.contracts.conversation.MemberRole;
import im.sparrow.contracts.message.Command;
import im.sparrow.contracts.message.Command.MemberChange;
import im.sparrow.contracts.message.Text;
import im.sparrow.message.command.Entry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rules once more, as plainly as they can be said: one command at a time, each record taken once. */
final class Model {

    private record Said(@Nullable Id sender, Instant at) {}

    private final Id where;
    private final List<Said> log = new ArrayList<>();
    private final Map<String, Long> numbers = new LinkedHashMap<>();
    private final Set<String> decided = new HashSet<>();
    private final Map<Id, Long> versions = new HashMap<>();
    private final Map<Id, MemberRole> roles = new HashMap<>();
    private final Set<Id> dumb = new HashSet<>();
    private final Map<Id, Long> inside = new HashMap<>();
    private final Set<Long> recalled = new HashSet<>();
    private final Map<Id, Integer> refusals = new HashMap<>();

    /** A group of an owner and a member, as {@link Scene#group} makes it: versions 1 and 2, the line is seq 1. */
    Model(Id where, Id owner, Id member) {
        this.where = where;
        log.add(new Said(null, Scene.START));
        join(owner, MemberRole.OWNER, 1, 1);
        join(member, MemberRole.MEMBER, 2, 1);
    }

    private void join(Id user, MemberRole role, long version, long fromSeq) {
        versions.put(user, version);
        roles.put(user, role);
        inside.put(user, fromSeq);
    }

    /** Whose message has which number, by its maker's id. */
    Map<String, Long> numbers() {
        return numbers;
    }

    void take(Entry entry, Instant now) {
        switch (entry.asked()) {
            case Entry.ByPerson person -> {
                Id user = person.author().userId();
                if (versions.containsKey(user)) {
                    person(user, person.command(), now);
                }
            }
            case Entry.ByService service -> {
                if (service.command() instanceof Command.ApplyMembers apply && decided.add("service " + apply.opId())) {
                    members(apply, now);
                }
            }
            case Entry.Poison poison -> throw new IllegalArgumentException("not played here");
        }
    }

    private void person(Id user, Command command, Instant now) {
        String name = user + " " + command.clientId();
        if (decided.contains(name)) {
            return;
        }
        if (command instanceof Command.Send send) {
            send(user, send, name, now);
        } else if (command instanceof Command.Recall recall) {
            recall(user, recall, name, now);
        }
    }

    private void send(Id user, Command.Send send, String name, Instant now) {
        boolean may = inside.containsKey(user)
                && !dumb.contains(user)
                && send.body() instanceof Text text
                && !text.text().isBlank();
        if (!may) {
            refuse(user, name);
        } else if (send.after() == null || decided.contains(user + " " + send.after())) {
            log.add(new Said(user, now));
            numbers.put(name, (long) log.size());
            decided.add(name);
        }
    }

    private void recall(Id user, Command.Recall recall, String name, Instant now) {
        Long from = inside.get(user);
        boolean there = from != null && recall.seq() >= from && recall.seq() <= log.size();
        Said said = there ? log.get((int) recall.seq() - 1) : null;
        boolean may = said != null
                && said.sender() != null
                && (roles.get(user) != MemberRole.MEMBER
                        || user.equals(said.sender())
                                && (recalled.contains(recall.seq())
                                        || !said.at().plus(Bounds.RECALL_WINDOW).isBefore(now)));
        if (may) {
            recalled.add(recall.seq());
            decided.add(name);
        } else {
            refuse(user, name);
        }
    }

    private void refuse(Id user, String name) {
        if (refusals.merge(user, 1, Integer::sum) <= Refusals.PER_HOUR) {
            decided.add(name);
        }
    }

    private void members(Command.ApplyMembers apply, Instant now) {
        MemberChange change = apply.members().getFirst();
        Id user = change.userId();
        boolean newer = versions.containsKey(user) ? change.version() > versions.get(user) : !change.gone();
        if (!newer) {
            return;
        }
        boolean line = apply.cause() != Cause.SILENT;
        if (line) {
            log.add(new Said(null, now));
            numbers.put("service " + apply.opId(), (long) log.size());
        }
        versions.put(user, change.version());
        roles.put(user, change.role());
        if (change.canSend()) {
            dumb.remove(user);
        } else {
            dumb.add(user);
        }
        if (change.gone()) {
            inside.remove(user);
        } else {
            long from = change.history() ? 1 : log.size() + (line ? 0 : 1);
            inside.putIfAbsent(user, from);
        }
    }

    @Override
    public String toString() {
        return where + ": " + log.size();
    }
}
