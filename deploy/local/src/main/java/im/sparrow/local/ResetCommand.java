package im.sparrow.local;

import im.sparrow.engines.Folders;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Stops everything and deletes data, secrets and logs, after asking; what was built stays. */
@Command(name = "reset")
final class ResetCommand implements Callable<Integer> {
    private final Place place = new Place();

    @Option(names = {"-y", "--yes"})
    private boolean yes;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (!yes && !agrees()) {
            System.out.println("Nothing was deleted.");
            return 1;
        }
        DownCommand.stop(place);
        var home = place.home();
        Folders.delete(home.databaseData());
        Folders.delete(home.data());
        Folders.delete(home.run());
        Folders.delete(home.folder().resolve("logs"));
        Folders.delete(home.secrets());
        System.out.println("All data of " + home.folder() + " are deleted. ./sparrow up begins anew.");
        return 0;
    }

    private boolean agrees() throws IOException {
        System.out.print(
                "This deletes all accounts and messages in " + place.home().data() + ". Type yes to go on: ");
        System.out.flush();
        var reader = new java.io.BufferedReader(
                new java.io.InputStreamReader(System.in, java.nio.charset.StandardCharsets.UTF_8));
        return "yes".equals(reader.readLine());
    }
}
