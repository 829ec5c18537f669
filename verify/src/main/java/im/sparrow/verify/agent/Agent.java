package im.sparrow.verify.agent;

import im.sparrow.verify.plant.Plant;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.agent.builder.AgentBuilder.RedefinitionStrategy;
import net.bytebuddy.agent.builder.ResettableClassFileTransformer;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.DynamicType;
import net.bytebuddy.matcher.ElementMatchers;
import net.bytebuddy.utility.JavaModule;
import org.jspecify.annotations.Nullable;

/** What runs inside the part: plants what it is told, and takes everything out again on {@value #OFF}. */
public final class Agent {

    /** The word that takes out all that was planted in this process. */
    public static final String OFF = "off";

    private static final List<Planted> PLANTED = new ArrayList<>();

    private Agent() {}

    /** Each time the agent is loaded it gets another handle on the JVM, and only that one knows what it has changed. */
    private record Planted(ResettableClassFileTransformer change, Instrumentation jvm) {}

    /**
     * Called by the JVM each time the agent is loaded.
     *
     * @param word of a plant, or {@value #OFF}
     * @throws IllegalStateException when a class is there already and cannot be changed as wished
     */
    public static synchronized void agentmain(String word, Instrumentation jvm) {
        if (word.equals(OFF)) {
            takeOut();
            return;
        }
        for (Plant.Site site : Plants.of(word).sites()) {
            var trouble = new Trouble();
            var change = new AgentBuilder.Default()
                    .disableClassFormatChanges()
                    .ignore(ElementMatchers.none())
                    .with(RedefinitionStrategy.RETRANSFORMATION)
                    .with(trouble)
                    .type(ElementMatchers.named(site.type()))
                    .transform((builder, type, loader, module, domain) -> woven(builder, type, site))
                    .installOn(jvm);
            PLANTED.add(new Planted(change, jvm));
            trouble.complain();
        }
    }

    private static void takeOut() {
        for (Planted planted : PLANTED) {
            if (!planted.change.reset(planted.jvm, RedefinitionStrategy.RETRANSFORMATION)) {
                throw new IllegalStateException("something planted could not be taken out");
            }
        }
        PLANTED.clear();
    }

    private static DynamicType.Builder<?> woven(DynamicType.Builder<?> builder, TypeDescription type, Plant.Site site) {
        if (type.getDeclaredMethods().filter(site.methods()).isEmpty()) {
            throw new IllegalStateException(type.getName() + " has no method that fits");
        }
        return builder.visit(Advice.to(site.advice()).on(site.methods()));
    }

    /** Keeps the first error: the JVM itself would swallow it. */
    private static final class Trouble extends AgentBuilder.Listener.Adapter {
        private @Nullable Throwable first;

        @Override
        public void onError(
                String type,
                @Nullable ClassLoader loader,
                @Nullable JavaModule module,
                boolean loaded,
                Throwable error) {
            if (first == null) {
                first = error;
            }
        }

        void complain() {
            if (first != null) {
                throw new IllegalStateException("not planted: " + first, first);
            }
        }
    }
}
