package im.sparrow.local.suite;

import im.sparrow.local.part.Launch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How a service is started. */
final class ServiceLaunch implements Launch {
    private final Service service;
    private final AppFolder app;
    private final Map<String, String> environment;
    private final String fingerprint;
    private final Optional<StartCache> cache;

    ServiceLaunch(Service service, SuiteOptions options, Map<String, String> environment) throws IOException {
        this.service = service;
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
                        Java.command(service.heap()),
                        app.jar().toString()));
    }

    Optional<StartCache> cache() {
        return cache;
    }

    @Override
    public List<String> command() throws IOException, InterruptedException {
        var command = new ArrayList<>(Java.command(service.heap()));
        if (cache.isPresent()) {
            command.addAll(cache.get().flags());
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
        return Hash.of(fingerprint, environment, Java.command(service.heap()));
    }
}
