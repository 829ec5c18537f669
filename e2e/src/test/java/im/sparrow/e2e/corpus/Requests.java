package im.sparrow.e2e.corpus;

import im.sparrow.e2e.wire.HttpAnswer;
import im.sparrow.e2e.wire.Wire;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Rows {@code who | METHOD where | body | headers | answer}. {@code auth:/path} asks that service past the gateway.
 * Headers are what a good client says, but for those in the row: {@code Name: value;; Other: value}, {@code Name:} leaves
 * one out. In the table {@code raw} the request stands as it is, with {@code \r\n}.
 */
final class Requests {

    private static final String AWAY = "503 unavailable";

    private final Cast cast;

    /** How often one of these may be asked again. */
    private int patience = 2;

    Requests(Cast cast) {
        this.cast = cast;
    }

    /** Asks; the answer's words. */
    HttpAnswer ask(Row row) throws IOException {
        if (row.table().endsWith("/raw")) {
            try (var wire = new Wire(cast.port(row.cell(0)))) {
                return wire.ask(
                        cast.words().bytes(row.cell(1).replace("\\r\\n", "\r\n").replace("\\t", "\t")));
            }
        }
        return ask(row.cell(0), row.cell(1), row.cell(2), row.cell(3));
    }

    HttpAnswer ask(String who, String what, String body, String headers) throws IOException {
        var methodAndTarget = what.split(" ", 2);
        var target = methodAndTarget[1];
        int colon = target.indexOf(":/");
        var service = colon > 0 && !target.startsWith("/") ? target.substring(0, colon) : "gateway";
        var path = service.equals("gateway") ? target : target.substring(colon + 1);
        var bytes = cast.words().bytes(body);
        var head = head(who, methodAndTarget[0], cast.port(service), bytes.length);
        if (path.startsWith("/ws")) {
            upgrade(head);
        }
        change(head, headers);
        var request = new ByteArrayOutputStream();
        request.writeBytes((methodAndTarget[0] + " ").getBytes(StandardCharsets.US_ASCII));
        request.writeBytes(cast.words().bytes(path));
        request.writeBytes(" HTTP/1.1\r\n".getBytes(StandardCharsets.US_ASCII));
        for (var header : head.entrySet()) {
            request.writeBytes((header.getKey() + ": ").getBytes(StandardCharsets.US_ASCII));
            request.writeBytes(cast.words().bytes(header.getValue()));
            request.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
        }
        request.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
        request.writeBytes(bytes);
        var answer = once(service, request.toByteArray());
        if (answer.is(AWAY) && patience > 0) {
            // The door's connection to a service ended under the request: retryable, as it says, and printed. More than
            // a
            // few are a finding.
            patience--;
            System.out.printf("e2e: asked again after %s: %s %s%n", AWAY, who, what);
            answer = once(service, request.toByteArray());
        }
        return answer;
    }

    private HttpAnswer once(String service, byte[] request) throws IOException {
        try (var wire = new Wire(cast.port(service))) {
            return wire.ask(request);
        }
    }

    private Map<String, String> head(String who, String method, int port, int length) {
        var head = new LinkedHashMap<String, String>();
        head.put("Host", "127.0.0.1:" + port);
        head.put("Connection", "close");
        var token = cast.token(who);
        if (!token.isEmpty()) {
            head.put("Authorization", "Bearer " + token);
        }
        if (method.equals("POST")) {
            head.put("Idempotency-Key", UUID.randomUUID().toString());
        }
        if (length > 0 || method.startsWith("P")) {
            head.put("Content-Type", "application/json");
            head.put("Content-Length", Integer.toString(length));
        }
        return head;
    }

    private static void upgrade(Map<String, String> head) {
        head.put("Connection", "Upgrade");
        head.put("Upgrade", "websocket");
        head.put("Sec-WebSocket-Version", "13");
        head.put("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==");
        head.put("Sec-WebSocket-Protocol", "sparrow.v1");
    }

    private static void change(Map<String, String> head, String headers) {
        if (!headers.isEmpty()) {
            Arrays.stream(headers.split(";;", -1)).map(String::strip).forEach(header -> {
                int colon = header.indexOf(':');
                var name = header.substring(0, colon);
                var value = header.substring(colon + 1).strip();
                if (value.isEmpty()) {
                    head.remove(name);
                } else {
                    head.put(name, value);
                }
            });
        }
    }
}
