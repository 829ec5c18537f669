package im.sparrow.e2e.suite;

import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives a test {@link TheSuite}, started before the first test that wants it and ended after the last, and whole. */
public final class WholeSuite implements ParameterResolver, BeforeEachCallback {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == TheSuite.class;
    }

    @Override
    public TheSuite resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return suite(context);
    }

    @Override
    public void beforeEach(ExtensionContext context) throws InterruptedException {
        suite(context).awaitReady();
    }

    private static TheSuite suite(ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.GLOBAL)
                .computeIfAbsent(TheSuite.class, any -> TheSuite.start(), TheSuite.class);
    }
}
