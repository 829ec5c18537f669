package im.sparrow.local.suite;

import im.sparrow.engines.BrokerSettings;
import im.sparrow.engines.DatabaseProgram;
import im.sparrow.engines.DatabaseSettings;
import im.sparrow.engines.KafkaBroker;
import im.sparrow.local.jvm.AppFolder;
import im.sparrow.local.jvm.Hash;
import im.sparrow.local.jvm.Java;
import im.sparrow.local.jvm.StartCache;
import im.sparrow.local.layout.Layout;
import im.sparrow.local.layout.Roster;
import im.sparrow.local.part.Launch;
import im.sparrow.local.relay.Relay;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * How an engine, or the relay, is started.
 *
 * @param commandLine what to run, worked out at each start
 * @param folder where it runs
 * @param signature see {@link Launch#signature}
 */
record EngineLaunch(CommandLine commandLine, Path folder, String signature) implements Launch {
    /** Works out a command line, and does what has to be done before. */
    interface CommandLine {
        List<String> get() throws IOException, InterruptedException;
    }

    private static final List<String> BROKER_JAVA = Java.command(256);
    private static final List<String> RELAY_JAVA = Java.command(64);

    static EngineLaunch database(DatabaseProgram program, DatabaseSettings settings) {
        // Other passwords mean other init statements, and those run only at a start.
        var passwords = settings.users().stream().map(user -> user.password()).toList();
        return new EngineLaunch(
                () -> program.prepare(settings),
                settings.run(),
                Hash.of(program.binary(), settings.data(), settings.port(), passwords));
    }

    static StartCache brokerCache(Path folder) throws IOException {
        return new StartCache(folder, Layout.BROKER, AppFolder.ofOwnClassPath(), BROKER_JAVA, classPath());
    }

    private static String classPath() {
        return System.getProperty("java.class.path");
    }

    static EngineLaunch broker(BrokerSettings settings, Path folder, Optional<StartCache> cache) {
        var started = new AtomicBoolean();
        return new EngineLaunch(
                () -> {
                    var command = new ArrayList<>(BROKER_JAVA);
                    if (cache.isPresent()) { // recording makes a start longer, and after a kill every second counts
                        var again = started.getAndSet(true);
                        command.addAll(
                                again
                                        ? cache.get().flagsOfAnother()
                                        : cache.get().flags());
                    }
                    command.addAll(List.of("-cp", classPath(), KafkaBroker.class.getName()));
                    command.addAll(List.of(
                            settings.data().toString(),
                            Integer.toString(settings.port()),
                            Integer.toString(settings.controllerPort())));
                    settings.others().forEach((listens, told) -> command.add(listens + ":" + told));
                    return command;
                },
                folder,
                Hash.of(settings, BROKER_JAVA));
    }

    static EngineLaunch relay(Layout layout, Home home) {
        var roster = home.roster();
        return new EngineLaunch(
                () -> {
                    Roster.of(layout).write(roster);
                    var command = new ArrayList<>(RELAY_JAVA);
                    command.addAll(List.of("-cp", classPath(), Relay.class.getName(), roster.toString()));
                    return command;
                },
                home.folder(),
                Hash.of(layout.links(), layout.control(), RELAY_JAVA));
    }

    @Override
    public List<String> command() throws IOException, InterruptedException {
        return commandLine.get();
    }

    @Override
    public Map<String, String> environment() {
        return Map.of("MALLOC_ARENA_MAX", "2");
    }
}
