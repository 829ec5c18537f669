package im.sparrow.local.layout;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Who is in a suite of some shape, where each listens, and by which port each reaches the others. */
public final class Layout {
    /** The name of the part that is the database. */
    public static final String DATABASE = "database";

    /** The name of the part that is the broker. */
    public static final String BROKER = "broker";

    /** The name of the part that carries others' connections; only where a shape wants one. */
    public static final String RELAY = "relay";

    /** Who comes to the public door. */
    static final String PEOPLE = "people";

    private final PortBlock ports;
    private final Shape shape;
    private final List<Instance> instances;
    private final List<Link> links = new ArrayList<>();
    private final Map<String, Integer> pairs = new LinkedHashMap<>();
    private final Map<String, Integer> listeners = new LinkedHashMap<>();

    /** The layout of a suite. */
    public Layout(PortBlock ports, Shape shape) {
        this.ports = ports;
        this.shape = shape;
        instances = Stream.of(Service.values())
                .flatMap(service ->
                        IntStream.rangeClosed(1, shape.of(service)).mapToObj(number -> new Instance(service, number)))
                .toList();
        if (isBehindRelay()) {
            links.add(new Link(ports.of(Service.GATEWAY), routes(PEOPLE, Service.GATEWAY)));
        }
        if (shape.relays()) {
            instances.forEach(this::pairsOf);
        } else if (shape.messages() > 1) {
            links.add(new Link(ports.messages(), routes(Service.GATEWAY.title(), Service.MESSAGE)));
        }
    }

    private void pairsOf(Instance instance) {
        var name = instance.name();
        listeners.put(name, ports.listener(listeners.size()));
        pair(name, BROKER, List.of(new Route(name + "~" + BROKER, listeners.get(name), 0)));
        if (instance.service().schema().isPresent()) {
            pair(name, DATABASE, List.of(new Route(name + "~" + DATABASE, ports.database(), 0)));
        }
        if (instance.service() == Service.GATEWAY) { // nobody else asks another service
            for (var service : List.of(Service.AUTH, Service.SOCIAL, Service.MESSAGE)) {
                pair(name, service.title(), routes(name, service));
            }
        }
    }

    private void pair(String from, String to, List<Route> routes) {
        var port = ports.pair(pairs.size());
        pairs.put(from + "~" + to, port);
        links.add(new Link(port, routes));
    }

    private List<Route> routes(String from, Service to) {
        return instances.stream()
                .filter(instance -> instance.service() == to)
                .map(instance -> new Route(from + "~" + instance.name(), http(instance), management(instance)))
                .toList();
    }

    private boolean isBehindRelay() {
        return shape.relays() || shape.gateways() > 1;
    }

    /** The block in which it lies. */
    public PortBlock ports() {
        return ports;
    }

    /** How large it is. */
    public Shape shape() {
        return shape;
    }

    /** All services' processes, in the order of their start. */
    public List<Instance> instances() {
        return instances;
    }

    /** Names of all parts, in the order of their start. */
    public List<String> parts() {
        var names = new ArrayList<String>();
        if (hasRelay()) {
            names.add(RELAY);
        }
        names.addAll(List.of(DATABASE, BROKER));
        instances.forEach(instance -> names.add(instance.name()));
        return names;
    }

    /** Whether there is a relay. */
    public boolean hasRelay() {
        return !links.isEmpty();
    }

    /** What the relay carries. */
    public List<Link> links() {
        return List.copyOf(links);
    }

    /** The relay's health and routes. */
    public int control() {
        return ports.control();
    }

    /** Where an instance listens itself. */
    public int http(Instance instance) {
        return switch (instance.service()) {
            case GATEWAY -> isBehindRelay() ? ports.gateway(instance.number()) : ports.of(Service.GATEWAY);
            case MESSAGE -> instance.number() > 1 ? ports.message(instance.number()) : ports.of(Service.MESSAGE);
            case AUTH, SOCIAL, ADMIN, BOT -> ports.of(instance.service());
        };
    }

    /** Health and metrics of an instance. */
    public int management(Instance instance) {
        return instance.number() > 1 ? ports.management(instance) : ports.management(instance.service());
    }

    /** By which address an instance reaches a service. */
    public String url(Instance from, Service to) {
        var direct = to == Service.MESSAGE && shape.messages() > 1 ? ports.messages() : ports.of(to);
        return PortBlock.url(pairs.getOrDefault(from.name() + "~" + to.title(), direct));
    }

    /** By which port of 127.0.0.1 an instance reaches the broker. */
    public int broker(Instance from) {
        return pairs.getOrDefault(from.name() + "~" + BROKER, ports.broker());
    }

    /** By which port of 127.0.0.1 an instance reaches the database. */
    public int database(Instance from) {
        return pairs.getOrDefault(from.name() + "~" + DATABASE, ports.database());
    }

    /** The broker's further ports, by client, each with the port that the client is to be told: {@code {listens, told}}. */
    public Map<Integer, Integer> listeners() {
        var told = new LinkedHashMap<Integer, Integer>();
        listeners.forEach((name, port) -> told.put(port, pairs.getOrDefault(name + "~" + BROKER, port)));
        return told;
    }

    /** Every port that is used, and by whom. */
    public Map<Integer, String> uses() {
        var uses = new LinkedHashMap<Integer, String>();
        for (var instance : instances) {
            uses.put(http(instance), instance.name());
            uses.put(management(instance), instance.name() + "'s health");
        }
        uses.put(ports.database(), DATABASE);
        uses.put(ports.broker(), BROKER);
        uses.put(ports.controller(), "broker's controller");
        listeners.forEach((name, port) -> uses.put(port, "broker, for " + name));
        for (var link : links) {
            uses.put(link.port(), "relay, for " + link.routes().getFirst().name());
        }
        if (hasRelay()) {
            uses.put(control(), "relay's control");
        }
        return uses;
    }
}
