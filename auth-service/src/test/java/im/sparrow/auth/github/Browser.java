package im.sparrow.auth.github;

import im.sparrow.testing.TestGitHub;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A browser: keeps each host's cookies, and goes where it is sent until it is at an address of the page. */
final class Browser {

    private static final int HOPS_MAX = 8;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, Map<String, String>> jars = new HashMap<>();
    private final List<URI> been = new ArrayList<>();

    /** A browser whose user is logged in at the provider. */
    static Browser of(String provider, String person) {
        var browser = new Browser();
        browser.cookies(URI.create(provider)).put(TestGitHub.COOKIE, TestGitHub.cookie(person));
        return browser;
    }

    static URI here(String path) {
        return URI.create("http://localhost:" + RestAssured.port + path);
    }

    /** Goes to an address and wherever it is sent from there; answers the page's address where it ends. */
    String walk(String path) throws Exception {
        URI next = here(path);
        for (int hop = 0; hop < HOPS_MAX; hop++) {
            URI sent = sentTo(next);
            if (!sent.getPath().startsWith("/api/") && sent.getPort() == RestAssured.port) {
                return sent.getRawQuery() == null ? sent.getPath() : sent.getPath() + '?' + sent.getRawQuery();
            }
            next = sent;
        }
        throw new IllegalStateException("sent in circles: " + been);
    }

    /** Walks until the provider sends it back, and says where to, without going there. */
    URI wayBack(String path) throws Exception {
        URI provider = sentTo(here(path));
        return sentTo(provider);
    }

    URI sentTo(URI address) throws IOException, InterruptedException {
        var answer = get(address);
        String location = answer.headers()
                .firstValue("Location")
                .orElseThrow(() -> new IllegalStateException(answer.statusCode() + " " + answer.body()));
        return address.resolve(location);
    }

    HttpResponse<String> get(URI address) throws IOException, InterruptedException {
        been.add(address);
        return send(address, HttpRequest.newBuilder(address).GET());
    }

    HttpResponse<String> post(String path, String document) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(here(path))
                .header("Content-Type", "application/json")
                .header("Sparrow-Refresh", "cookie")
                .POST(BodyPublishers.ofString(document));
        return send(here(path), request);
    }

    /** The cookies that the service under test has given. */
    Map<String, String> cookies() {
        return cookies(here("/"));
    }

    /** Every address it was at. */
    List<URI> been() {
        return been;
    }

    private HttpResponse<String> send(URI address, HttpRequest.Builder request)
            throws IOException, InterruptedException {
        var jar = cookies(address);
        if (!jar.isEmpty()) {
            request.header(
                    "Cookie",
                    jar.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        request.header("User-Agent", "Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0 Safari/537.36");
        var answer = client.send(request.build(), BodyHandlers.ofString());
        answer.headers().allValues("Set-Cookie").forEach(said -> keep(jar, said));
        return answer;
    }

    private Map<String, String> cookies(URI address) {
        return jars.computeIfAbsent(String.valueOf(address.getAuthority()), host -> new HashMap<>());
    }

    private static void keep(Map<String, String> jar, String said) {
        String[] pair = said.split(";", 2)[0].split("=", 2);
        if (said.contains("Max-Age=0")) {
            jar.remove(pair[0]);
        } else {
            jar.put(pair[0], pair[1]);
        }
    }
}
