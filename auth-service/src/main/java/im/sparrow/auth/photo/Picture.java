package im.sparrow.auth.photo;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Bytes that are a picture.
 *
 * @param mediaType what the first bytes say it is
 * @param content all of them
 */
public record Picture(String mediaType, byte[] content) {

    private static final int RIFF_HEADER = 8;

    /** Looks at the first bytes; empty when they are none of a picture that browsers show. */
    static Optional<Picture> of(byte[] content) {
        return type(content).map(type -> new Picture(type, content));
    }

    private static Optional<String> type(byte[] content) {
        if (begins(content, 0, "\u0089PNG\r\n")) {
            return Optional.of("image/png");
        }
        if (begins(content, 0, "\u00ff\u00d8\u00ff")) {
            return Optional.of("image/jpeg");
        }
        if (begins(content, 0, "GIF8")) {
            return Optional.of("image/gif");
        }
        return begins(content, 0, "RIFF") && begins(content, RIFF_HEADER, "WEBP")
                ? Optional.of("image/webp")
                : Optional.empty();
    }

    private static boolean begins(byte[] content, int from, String mark) {
        byte[] wanted = mark.getBytes(StandardCharsets.ISO_8859_1);
        return content.length >= from + wanted.length
                && Arrays.equals(content, from, from + wanted.length, wanted, 0, wanted.length);
    }
}
