package im.sparrow.house.word;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Takes names apart: {@code clientMsgId}, {@code CLIENT_MSG_ID} and {@code client-msg-id} are three words each. */
final class Words {

    private Words() {}

    static List<String> of(String name) {
        return Arrays.stream(name.split("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|[^A-Za-z0-9]+"))
                .filter(word -> !word.isEmpty())
                .map(word -> word.toLowerCase(Locale.ROOT))
                .toList();
    }

    /** Whether {@code name} holds this word, or these words in a row, in the singular or the plural. */
    static boolean holds(String name, String words) {
        String parts = " " + String.join(" ", of(name)) + " ";
        return parts.contains(" " + words + " ") || parts.contains(" " + words + "s ");
    }
}
