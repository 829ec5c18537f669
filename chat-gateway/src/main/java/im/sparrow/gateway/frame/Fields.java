package im.sparrow.gateway.frame;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import im.sparrow.contracts.Id;
import im.sparrow.platform.core.Refused;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of one JSON object. The first that is missing, of another type or out of bounds is refused with
 * {@code invalid_body} and its pointer; nothing is coerced, and no value is ever repeated in an answer.
 */
final class Fields {

    private static final int UUID_LENGTH = 36;

    private final ObjectNode object;
    private final String pointer;

    /**
     * @param object what to read
     * @param pointer where it stands in its document; empty for the document itself
     */
    Fields(ObjectNode object, String pointer) {
        this.object = object;
        this.pointer = pointer;
    }

    Id id(String name) {
        try {
            return Id.of(string(name, 1, Id.MAX_DIGITS));
        } catch (IllegalArgumentException e) {
            throw wrong(name, "is an id: decimal digits in a string");
        }
    }

    UUID uuid(String name) {
        UUID value = optionalUuid(name);
        if (value == null) {
            throw wrong(name, "is missing: a UUID in a string");
        }
        return value;
    }

    @Nullable
    UUID optionalUuid(String name) {
        JsonNode value = present(name);
        if (value == null) {
            return null;
        }
        // UUID.fromString takes shorter groups than a UUID has; two texts must never be one id.
        if (value.isTextual() && value.textValue().length() == UUID_LENGTH) {
            try {
                return UUID.fromString(value.textValue());
            } catch (IllegalArgumentException notOne) {
                // The one answer below.
            }
        }
        throw wrong(name, "is a UUID in a string");
    }

    long number(String name, long least, long most) {
        Long value = optionalNumber(name, least, most);
        if (value == null) {
            throw wrong(name, "is missing: a whole number");
        }
        return value;
    }

    @Nullable
    Long optionalNumber(String name, long least, long most) {
        JsonNode value = present(name);
        if (value == null) {
            return null;
        }
        if (value.isIntegralNumber() && value.canConvertToLong()) {
            long number = value.longValue();
            if (number >= least && number <= most) {
                return number;
            }
        }
        throw wrong(name, "is a whole number, " + least + (most == Long.MAX_VALUE ? " or more" : " to " + most));
    }

    String string(String name, int least, int most) {
        String value = optionalString(name, least, most);
        if (value == null) {
            throw wrong(name, "is missing: a string");
        }
        return value;
    }

    @Nullable
    String optionalString(String name, int least, int most) {
        JsonNode value = present(name);
        if (value == null) {
            return null;
        }
        if (value.isTextual()) {
            String text = value.textValue();
            if (text.length() >= least && text.length() <= most && whole(text)) {
                return text;
            }
        }
        throw wrong(name, "is a string of " + least + " to " + most + " characters");
    }

    boolean flag(String name) {
        JsonNode value = present(name);
        if (value == null) {
            return false;
        }
        if (value.isBoolean()) {
            return value.booleanValue();
        }
        throw wrong(name, "is true or false");
    }

    /** The object in a field. */
    Fields object(String name) {
        Fields value = optionalObject(name);
        if (value == null) {
            throw wrong(name, "is missing: an object");
        }
        return value;
    }

    @Nullable
    Fields optionalObject(String name) {
        JsonNode value = present(name);
        if (value == null) {
            return null;
        }
        if (value instanceof ObjectNode inner) {
            return new Fields(inner, pointer + "/" + name);
        }
        throw wrong(name, "is an object");
    }

    /** The field as it stands, or null when it is missing or null. */
    @Nullable
    JsonNode present(String name) {
        JsonNode value = object.get(name);
        return value == null || value.isNull() ? null : value;
    }

    /** The object itself. */
    ObjectNode node() {
        return object;
    }

    Refused wrong(String name, String message) {
        return Refused.field(pointer + "/" + name, message);
    }

    /** A refusal of the object as a whole. */
    Refused wrong(String message) {
        return Refused.field(pointer, message);
    }

    /** Half a surrogate pair has no UTF-8 form: it could be neither stored nor sent on. */
    private static boolean whole(String text) {
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (Character.isHighSurrogate(unit)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(unit)) {
                return false;
            }
        }
        return true;
    }
}
