package im.sparrow.local.suite;

import im.sparrow.local.jvm.AppFolder;
import im.sparrow.local.jvm.Hash;
import im.sparrow.local.jvm.Java;
import im.sparrow.local.jvm.StartCache;
import im.sparrow.local.layout.Instance;
import im.sparrow.local.layout.Service;
import im.sparrow.local.part.Launch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * How an instance of a service is started. The first one records for the start-up cache of all, and only at its first
 * start: recording makes a start longer, and after a kill every second counts.
 */
final class ServiceLaunch implements Launch {
    private final Service service;
    private final boolean first;
    private final AppFolder app;
    private final Map<String, String> environment;
    private final String fingerprint;
    private final Optional<StartCache> cache;
    private final AtomicBoolean started = new AtomicBoolean();

    ServiceLaunch(Instance instance, SuiteOptions options, Map<String, String> environment) throws IOException {
        service = instance.service();
        first = instance.number() == 1;
        this.app = new AppFolder(options.apps().folder(service));
        this.environment = environment;
        if (Files.notExists(app.jar())) {
            throw new IOException(service.title() + " is not built: no " + app.jar());
        }
        fingerprint = app.fingerprint();
        cache = options.startCaches()
                .map(folder -> new StartCache(
                        folder,
                        service.title(),
                        fingerprint,
                        Java.command(service.heap(), service.flags()),
                        app.jar().toString()));
    }

    Optional<StartCache> cache() {
        return first ? cache : Optional.empty();
    }

    @Override
    public List<String> command() throws IOException, InterruptedException {
        var command = new ArrayList<>(Java.command(service.heap(), service.flags()));
        if (cache.isPresent()) {
            var records = first && !started.getAndSet(true);
            command.addAll(records ? cache.get().flags() : cache.get().flagsOfAnother());
        }
        command.addAll(List.of("-jar", app.jar().toString()));
        return command;
    }

    @Override
    public Map<String, String> environment() {
        return environment;
    }

    @Override
    public Path folder() {
        return app.folder();
    }

    @Override
    public String signature() {
        return Hash.of(fingerprint, environment, Java.command(service.heap(), service.flags()));
    }
}
