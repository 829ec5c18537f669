package im.sparrow.e2e.corpus;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands between {@code $(} and {@code )} in a table: a name of the cast, or {@code x 5000} = that many letters,
 * {@code [ 40} = that many nested lists, {@code 9 400} = that many digits, {@code hex c328} = these bytes,
 * {@code key a,b} = an opaque cursor that holds these, {@code uuid} = a fresh one, {@code ids 201} and
 * {@code heads 1001} = so many of them.
 */
final class Words {

    private static final Pattern WORD = Pattern.compile("\\$\\(([^)]+)\\)");
    private static final int FIRST_ID = 1_000;

    private final Map<String, String> names;

    Words(Map<String, String> names) {
        this.names = Map.copyOf(names);
    }

    /** As text; bytes that are no text are not allowed in it. */
    String text(String template) {
        return new String(bytes(template), StandardCharsets.UTF_8);
    }

    /** As bytes. */
    byte[] bytes(String template) {
        var all = new ByteArrayOutputStream();
        Matcher word = WORD.matcher(template);
        int from = 0;
        while (word.find()) {
            all.writeBytes(utf8(template.substring(from, word.start())));
            all.writeBytes(word(word.group(1)));
            from = word.end();
        }
        all.writeBytes(utf8(template.substring(from)));
        return all.toByteArray();
    }

    private byte[] word(String word) {
        var known = names.get(word);
        if (known != null) {
            return utf8(known);
        }
        if (word.equals("uuid")) {
            return utf8(UUID.randomUUID().toString());
        }
        var parts = word.split(" ", 2);
        if (parts.length != 2) {
            throw new IllegalArgumentException("nobody knows $(" + word + ")");
        }
        return switch (parts[0]) {
            case "hex" -> HexFormat.of().parseHex(parts[1]);
            case "key" -> cursor(parts[1]);
            case "ids" -> utf8(many(Integer.parseInt(parts[1]), "\"%d\""));
            case "heads" -> utf8(many(Integer.parseInt(parts[1]), "\"%d\":[1,0]"));
            case "[" -> utf8("[".repeat(Integer.parseInt(parts[1])) + "]".repeat(Integer.parseInt(parts[1])));
            default -> utf8(parts[0].repeat(Integer.parseInt(parts[1])));
        };
    }

    private static String many(int count, String form) {
        var all = new StringBuilder();
        for (int i = 0; i < count; i++) {
            all.append(i == 0 ? "" : ",").append(form.formatted(FIRST_ID + i));
        }
        return all.toString();
    }

    /** An opaque cursor with these parts in it, as a client would find who looks into one. */
    private static byte[] cursor(String parts) {
        return Base64.getUrlEncoder().withoutPadding().encode(utf8(parts.replace(',', '\u001f') + '\u001f'));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
