package im.sparrow.testing;

import java.util.function.Supplier;

/**
 * One thing per test JVM. A static field is not enough: Quarkus loads test resources, tests and each restarted
 * application by class loaders of their own and closes them. So what is shared is made by the JVM's own class loader,
 * which lives as long as the JVM, and only its text (a URL, a key) is handed out, through a system property.
 */
final class Shared {
    private Shared() {}

    /** What the maker said the first time it was asked in this JVM. The maker needs a constructor without arguments. */
    static String once(Class<? extends Supplier<String>> maker) {
        var property = "sparrow.test." + maker.getSimpleName();
        synchronized (System.getProperties()) {
            var known = System.getProperty(property);
            if (known == null) {
                known = make(maker.getName());
                System.setProperty(property, known);
            }
            return known;
        }
    }

    private static String make(String maker) {
        var thread = Thread.currentThread();
        var before = thread.getContextClassLoader();
        var lasting = ClassLoader.getSystemClassLoader();
        thread.setContextClassLoader(lasting);
        try {
            var constructor = Class.forName(maker, true, lasting).getDeclaredConstructor();
            constructor.setAccessible(true);
            return (String) ((Supplier<?>) constructor.newInstance()).get();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make " + maker, e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
