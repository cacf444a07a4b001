package io.athanor.agent;

import java.lang.instrument.Instrumentation;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The Java agent: {@code java -javaagent:orm-agent.jar …}. Its argument may name classes, by binary name and separated by
 * commas, that are to be enhanced without being annotated. Classes that were enhanced when they were compiled are left
 * alone. Called by the virtual machine, once.
 *
 * @since 0.1.0
 */
public final class EnhancingAgent {
    private EnhancingAgent() {}

    /**
     * Start with the virtual machine.
     *
     * @param argument names of classes, or {@code null} for none
     * @param instrumentation given by the virtual machine
     */
    public static void premain(@Nullable String argument, Instrumentation instrumentation) {
        instrumentation.addTransformer(new EnhancingTransformer(names(argument)));
    }

    /**
     * Start in a virtual machine that runs already; enhances what has not been loaded yet.
     *
     * @param argument names of classes, or {@code null} for none
     * @param instrumentation given by the virtual machine
     */
    public static void agentmain(@Nullable String argument, Instrumentation instrumentation) {
        premain(argument, instrumentation);
    }

    private static Set<String> names(@Nullable String argument) {
        if (argument == null) {
            return Set.of();
        }
        return Stream.of(argument.split(","))
                .map(name -> name.strip().replace('.', '/'))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }
}
