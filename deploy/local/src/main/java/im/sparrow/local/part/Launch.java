package im.sparrow.local.part;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** How a part's process is started. */
public interface Launch {
    /** Does what has to be done before, and says the command; asked anew at each attempt. */
    List<String> command() throws IOException, InterruptedException;

    /** What stands in the environment besides the launcher's own. */
    Map<String, String> environment();

    /** Where it runs. */
    Path folder();

    /** Changes whenever a living process of an earlier launcher may not be taken over. */
    String signature();
}
