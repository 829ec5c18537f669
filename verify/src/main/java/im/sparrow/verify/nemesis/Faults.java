package im.sparrow.verify.nemesis;

import im.sparrow.verify.point.Points;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every kind of fault, by name, and the order in which they come. */
public final class Faults {

    /** The word for all of them. */
    public static final String ALL = "all";

    private static final int MOST = 1_000;

    private static final List<Fault> KINDS = kinds();

    private Faults() {}

    private static List<Fault> kinds() {
        var kinds = new ArrayList<Fault>();
        Stream.of(Role.values()).map(Fault.Kill::new).forEach(kinds::add);
        Stream.of(Role.values()).map(Fault.Restart::new).forEach(kinds::add);
        Stream.of(Role.values()).map(Fault.Pause::new).forEach(kinds::add);
        for (Role service : List.of(Role.GATEWAY, Role.AUTH, Role.SOCIAL, Role.MESSAGE)) {
            kinds.add(new Fault.Cut(service, Role.BROKER));
            if (service != Role.GATEWAY) {
                kinds.add(new Fault.Cut(Role.GATEWAY, service));
                kinds.add(new Fault.Cut(service, Role.DB));
            }
        }
        kinds.addAll(List.of(new Fault.SlowDatabase(), new Fault.FullDisk(), new Fault.ClockStep()));
        kinds.addAll(List.of(new Fault.Halt(Points.COMMIT_PUBLISH), new Fault.Halt(Points.PUBLISH_OFFSET)));
        return List.copyOf(kinds);
    }

    /** The names of all kinds. */
    public static String words() {
        return KINDS.stream().map(Fault::word).collect(Collectors.joining(", "));
    }

    /**
     * How often each is wanted.
     *
     * @param words {@value #ALL}, names, or the beginning of some names ({@code kill}); each perhaps with {@code *3}
     * @param times for those that do not say
     * @throws IllegalArgumentException when one is not known
     */
    public static Map<Fault, Integer> of(List<String> words, int times) {
        var wanted = new LinkedHashMap<Fault, Integer>();
        for (String word : words) {
            String[] parts = word.strip().split("\\*", 2);
            int count = parts.length == 1 ? times : count(word, parts[1]);
            List<Fault> meant = KINDS.stream()
                    .filter(kind -> parts[0].equals(ALL)
                            || kind.word().equals(parts[0])
                            || kind.word().startsWith(parts[0] + "-"))
                    .toList();
            if (meant.isEmpty()) {
                throw new IllegalArgumentException("No fault is called " + parts[0] + "; there are " + words());
            }
            meant.forEach(kind -> wanted.put(kind, count));
        }
        return wanted;
    }

    private static int count(String word, String number) {
        if (!number.matches("[0-9]{1,4}") || Integer.parseInt(number) > MOST) {
            throw new IllegalArgumentException(word + " does not say how often, 0 to " + MOST);
        }
        return Integer.parseInt(number);
    }

    /** Round after round, each with what is still wanted in another order. */
    public static List<Fault> inOrder(Map<Fault, Integer> wanted, long seed) {
        var random = new Random(seed);
        var all = new ArrayList<Fault>();
        int rounds = wanted.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        for (int number = 1; number <= rounds; number++) {
            int round = number;
            List<Fault> these = wanted.entrySet().stream()
                    .filter(each -> each.getValue() >= round)
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toCollection(ArrayList::new));
            Collections.shuffle(these, random);
            all.addAll(these);
        }
        return List.copyOf(all);
    }

    /** How many in all. */
    public static int count(Map<Fault, Integer> wanted) {
        return wanted.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** How long all of them take as a rule. */
    public static Duration usual(Map<Fault, Integer> wanted) {
        return wanted.entrySet().stream()
                .map(each -> each.getKey().usual().multipliedBy(each.getValue()))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** In one line, for people. */
    public static String text(Map<Fault, Integer> wanted) {
        return wanted.entrySet().stream()
                .map(each -> each.getKey().word() + "*" + each.getValue())
                .collect(Collectors.joining(","));
    }
}
