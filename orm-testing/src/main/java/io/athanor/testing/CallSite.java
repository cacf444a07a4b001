package io.athanor.testing;

import java.lang.StackWalker.StackFrame;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the line of the application that made the library send something. */
final class CallSite {
    private static final List<String> LIBRARY = List.of(
            "io.athanor.sql.",
            "io.athanor.engine.",
            "io.athanor.orm.",
            "io.athanor.dialect.",
            "io.athanor.testing.",
            "java.",
            "jdk.",
            "sun.");

    /** What the enhancer adds to a class of the application is not the application's own. */
    private static final String GENERATED = "$orm$";

    private CallSite() {}

    /** The innermost frame that is the application's; {@code null} if there is none. */
    static @Nullable StackTraceElement find() {
        return StackWalker.getInstance()
                .walk(frames -> frames.filter(CallSite::isOfApplication).findFirst())
                .map(StackFrame::toStackTraceElement)
                .orElse(null);
    }

    private static boolean isOfApplication(StackFrame frame) {
        return !frame.getMethodName().startsWith(GENERATED)
                && LIBRARY.stream().noneMatch(frame.getClassName()::startsWith);
    }
}
