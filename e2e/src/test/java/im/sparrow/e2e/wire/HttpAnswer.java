package im.sparrow.e2e.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * What came back over plain HTTP/1.1.
 *
 * @param status 0 when the connection was ended without an answer
 * @param head status line and headers
 * @param body the bytes, unchunked
 */
public record HttpAnswer(int status, String head, byte[] body) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static HttpAnswer of(byte[] heard) {
        var text = new String(heard, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        if (!text.startsWith("HTTP/1.") || end < 0) {
            return new HttpAnswer(0, text, new byte[0]);
        }
        var head = text.substring(0, end);
        var body = Arrays.copyOfRange(heard, end + 4, heard.length);
        boolean chunked = head.toLowerCase(Locale.ROOT).contains("transfer-encoding: chunked");
        return new HttpAnswer(Integer.parseInt(head.substring(9, 12)), head, chunked ? unchunked(body) : body);
    }

    /** Whether nothing more can come: its length is known and there, or it has become a socket. */
    static boolean isWhole(byte[] heard) {
        var text = new String(heard, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        int end = text.indexOf("\r\n\r\n");
        int length = text.indexOf("content-length: ");
        if (end > 0 && length > 0 && length < end) {
            int from = length + "content-length: ".length();
            return heard.length >= end + 4 + Integer.parseInt(text.substring(from, text.indexOf('\r', from)));
        }
        return end > 0 && text.startsWith("http/1.1 101");
    }

    private static byte[] unchunked(byte[] body) {
        var text = new String(body, StandardCharsets.ISO_8859_1);
        var whole = new ByteArrayOutputStream();
        int at = 0;
        for (int line = text.indexOf("\r\n", at); line > at; line = text.indexOf("\r\n", at)) {
            int size = Integer.parseInt(text.substring(at, line), 16);
            whole.write(body, line + 2, Math.min(size, body.length - line - 2));
            at = line + 2 + size + 2;
            if (size == 0 || at > body.length) {
                break;
            }
        }
        return whole.toByteArray();
    }

    /** The problem document; missing when there is none. */
    public JsonNode problem() {
        if (!head.contains("application/problem+json")) {
            return MissingNode.getInstance();
        }
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }

    /** In the words of a table: the status, a refusal's code, and the pointers of its wrong fields. */
    public String words() {
        var words = new StringBuilder(status == 0 ? "closed" : Integer.toString(status));
        if (status >= 400) {
            var problem = problem();
            words.append(' ').append(problem.path("code").asText("-"));
            for (var error : problem.path("errors")) {
                words.append(' ').append(error.path("pointer").asText());
            }
        }
        return words.toString();
    }

    /** Whether it says what a table says; there a pointer may be left out, and {@code -} is a refusal below the REST. */
    public boolean is(String expected) {
        var words = words();
        return words.equals(expected)
                || (expected.endsWith(" -") && words.startsWith(expected.substring(0, expected.length() - 1)))
                || (words.startsWith(expected + " ") && expected.split(" ", -1).length == 2);
    }
}
