package im.sparrow.e2e.corpus;

import static im.sparrow.e2e.person.Saying.text;

import im.sparrow.e2e.person.Person;
import im.sparrow.e2e.suite.RunningSuite;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Who asks, and about what. Alice and Bob are friends and in a group of Bob's, where Rex was too; Carol is Bob's friend;
 * Mallory knows nobody. Mute may not speak, Banned may nothing, Gone has logged out, and the gateway is a service.
 */
public final class Cast {

    /** Nobody has this id. */
    static final String NOBODYS_ID = "1";

    private final RunningSuite suite;
    private final Map<String, String> names = new HashMap<>();

    private Cast(RunningSuite suite) {
        this.suite = suite;
    }

    /** Makes all of them. */
    public static Cast of(RunningSuite suite) {
        var cast = new Cast(suite);
        var alice = cast.person("alice");
        var bob = cast.person("bob");
        var carol = cast.person("carol");
        var rex = cast.person("rex");
        var mute = cast.person("mute");
        var mallory = cast.person("mallory");
        var gone = cast.person("gone");
        var banned = cast.person("banned");
        var admin = Person.logsIn(suite.door(), "admin", "123456");
        cast.add("admin", admin);
        cast.befriend(alice, bob, carol, rex, mute, banned);
        cast.group(bob, alice, carol, rex, mute, banned);
        cast.request(mallory, alice);
        roles(admin, mute, "2", "3");
        roles(admin, banned, "4");
        cast.add("mute", Person.logsIn(suite.door(), mute.name(), Person.PASSWORD));
        gone.asks("POST", "/api/v1/auth/logout").good();
        cast.names.put("service.token", suite.serviceToken("gateway"));
        cast.names.put("adminservice.token", suite.serviceToken("admin"));
        cast.names.put("botservice.token", suite.serviceToken("bot"));
        cast.names.put("role.version", version(admin));
        cast.names.put("forged.token", Forgeries.longer(alice.token()));
        var sessions = alice.asks("GET", "/api/v1/users/me/sessions").good().body();
        cast.names.put("alice.session", sessions.at("/items/0/id").asText());
        cast.names.put("port", Integer.toString(suite.port("gateway")));
        return cast;
    }

    private static String version(Person admin) {
        for (var role : admin.asks("GET", "/api/v1/admin/roles").good().body().path("items")) {
            if (role.path("id").asText().equals("2")) {
                return role.path("version").asText();
            }
        }
        throw new AssertionError("there is no role user");
    }

    private static void roles(Person admin, Person person, String... roleIds) {
        var path = "/api/v1/admin/users/" + person.id() + "/roles";
        long ver = admin.asks("GET", path).good().body().path("ver").asLong();
        admin.asks("PUT", path, Map.of("roleIds", List.of(roleIds), "ver", ver)).good();
    }

    private Person person(String name) {
        var person = suite.register("corpus-" + name);
        add(name, person);
        return person;
    }

    private void add(String name, Person person) {
        names.put(name, person.id());
        names.put(name + ".name", person.name());
        names.put(name + ".token", person.token());
    }

    private void befriend(Person alice, Person bob, Person carol, Person rex, Person mute, Person banned) {
        var chat = alice.befriends(bob);
        var foreign = bob.befriends(carol);
        bob.befriends(rex);
        bob.befriends(banned);
        names.put("mute.chat", bob.befriends(mute).id());
        names.put("chat", chat.id());
        names.put("foreign", foreign.id());
        bob.sends(text("between the two")).in(foreign);
        var saying = alice.sends(text("the first word"));
        names.put("sent", saying.key().toString());
        names.put("seq", Long.toString(saying.in(chat)));
    }

    private void group(Person bob, Person alice, Person carol, Person rex, Person mute, Person banned) {
        var group = bob.makesGroup("corpus", alice, rex, mute, banned);
        names.put("group", group.groupId());
        names.put("group.chat", group.id());
        bob.sends(text("to all of you")).in(group);
        bob.removes(rex, group);
        names.put("foreign.group", carol.makesGroup("carol's own").groupId());
    }

    private void request(Person mallory, Person alice) {
        var request = mallory.makes("/api/v1/friend-requests", Map.of("toUserId", alice.id()));
        names.put("request", request.good().text("id"));
    }

    /** What its names stand for. */
    Words words() {
        return new Words(names);
    }

    /** A token; empty for nobody. */
    String token(String who) {
        return who.equals("nobody") ? "" : words().text("$(" + who + ".token)");
    }

    /** Where a service listens. */
    int port(String service) {
        return suite.port(service);
    }

    /** An id or name. */
    public String get(String name) {
        return words().text("$(" + name + ")");
    }
}
