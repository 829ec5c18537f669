package im.sparrow.e2e.suite;

import java.io.IOException;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives the suite to a test class; the first one to ask has it started. */
public final class WholeSuite implements BeforeEachCallback, ParameterResolver {

    @Override
    public void beforeEach(ExtensionContext context) throws InterruptedException {
        of(context).awaitReady();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == RunningSuite.class;
    }

    @Override
    public RunningSuite resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return of(context);
    }

    // What closes itself and lies in the root's store is closed after the last test.
    private static RunningSuite of(ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(WholeSuite.class))
                .computeIfAbsent(RunningSuite.class, key -> start(), RunningSuite.class);
    }

    private static RunningSuite start() {
        try {
            return RunningSuite.start();
        } catch (IOException e) {
            throw new AssertionError("the suite does not start", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
