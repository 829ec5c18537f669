package im.sparrow.contracts;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.databind.JsonNode;
import im.sparrow.contracts.account.AccountRecord;
import im.sparrow.contracts.account.Revocation;
import im.sparrow.contracts.audit.AuditRecord;
import im.sparrow.contracts.cursor.CursorMove;
import im.sparrow.contracts.event.UserEvent;
import im.sparrow.contracts.frame.ClientFrame;
import im.sparrow.contracts.message.Command;
import im.sparrow.contracts.message.Mentions;
import im.sparrow.contracts.message.SystemNote;
import im.sparrow.contracts.message.Text;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A record as it crosses a wall.
 *
 * @param type its class
 * @param names the fields that name its kind, and what the first of them says
 * @param kind what that is; empty when the record is of one kind only
 */
record WireRecord(Class<?> type, List<String> names, String kind) {

    /** Every record that the document has to describe. */
    static Stream<WireRecord> all() {
        var alone = Stream.of(
                        AccountRecord.class,
                        AuditRecord.class,
                        CursorMove.class,
                        Command.MemberChange.class,
                        Text.class,
                        SystemNote.class,
                        Mentions.class)
                .map(type -> new WireRecord(type, List.of(), ""));
        var kinds = Stream.of(Command.class, UserEvent.class, Revocation.class).flatMap(WireRecord::kinds);
        return Stream.of(frames(), kinds, alone).flatMap(records -> records);
    }

    /** The frames of clients: the field {@code t} is the record's own name. */
    static Stream<WireRecord> frames() {
        return Arrays.stream(ClientFrame.class.getPermittedSubclasses()).map(frame -> {
            var names = frame == ClientFrame.Send.class ? List.of("t", "type") : List.of("t");
            return new WireRecord(frame, names, frame.getSimpleName().toLowerCase(Locale.ROOT));
        });
    }

    private static Stream<WireRecord> kinds(Class<?> sealed) {
        return Arrays.stream(sealed.getAnnotation(JsonSubTypes.class).value()).map(one -> {
            var names = one.value() == Command.Send.class ? List.of("type", "messageType") : List.of("type");
            return new WireRecord(one.value(), names, one.name());
        });
    }

    /** The schema's name: the class without its package. */
    String name() {
        return type.getName().substring(type.getPackageName().length() + 1).replace('$', '.');
    }

    /** Adds where its schema says something else. */
    void compare(JsonNode schema, List<String> found) {
        var fields = new TreeSet<>(names);
        var needed = new TreeSet<>(names);
        for (var component : type.getRecordComponents()) {
            fields.add(component.getName());
            if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                needed.add(component.getName());
            }
        }
        AsyncApi.compare(name(), fields, AsyncApi.names(schema.path("properties")), found);
        required(needed, AsyncApi.texts(schema.path("required")), found);
        if (!kind.isEmpty()) {
            var said = schema.at("/properties/" + names.getFirst() + "/const").asText();
            AsyncApi.compare(name() + " kind", Set.of(kind), Set.of(said), found);
        }
    }

    // What a client leaves out has a default, so a frame may need less than its record holds; never more.
    private void required(Set<String> needed, Set<String> described, List<String> found) {
        var meant = ClientFrame.class.isAssignableFrom(type)
                ? needed.stream().filter(described::contains).collect(Collectors.toCollection(TreeSet::new))
                : needed;
        AsyncApi.compare(name() + " required", meant, described, found);
    }

    /** The enums among its fields. */
    Stream<Class<?>> enums() {
        return Arrays.stream(type.getRecordComponents())
                .<Class<?>>map(RecordComponent::getType)
                .filter(Class::isEnum);
    }
}
