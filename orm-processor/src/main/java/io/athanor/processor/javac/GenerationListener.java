package io.athanor.processor.javac;

import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import io.athanor.processor.enhance.ClassOutline;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/**
 * Waits until javac has written all classes of a nest, in whatever order, and then has them enhanced together: what is a
 * persistent field of a mapped class must be known before its neighbours' access to it can be rewritten.
 */
final class GenerationListener implements TaskListener {
    private final Elements elements;
    private final NestWriter writer;
    private final Map<String, ExpectedNest> nests;
    private final Map<String, ExpectedNest> waiting = new HashMap<>();
    private final Set<String> written = new HashSet<>();

    private GenerationListener(Elements elements, NestWriter writer, Map<String, ExpectedNest> nests) {
        this.elements = elements;
        this.writer = writer;
        this.nests = nests;
    }

    /**
     * Listen to javac. Nothing outside this class names javac's own types, which other compilers need not have.
     *
     * @param javac javac's environment
     * @param writer enhances
     * @param nests the nests with mapped classes by their host; grows while processors run
     */
    static void attach(ProcessingEnvironment javac, NestWriter writer, Map<String, ExpectedNest> nests) {
        JavacTask.instance(javac).addTaskListener(new GenerationListener(javac.getElementUtils(), writer, nests));
    }

    @Override
    public void finished(TaskEvent event) {
        TypeElement type = event.getTypeElement();
        if (event.getKind() == TaskEvent.Kind.GENERATE && type != null) {
            generated(elements.getBinaryName(type).toString().replace('.', '/'));
        } else if (event.getKind() == TaskEvent.Kind.COMPILATION) {
            enhanceIncomplete();
        }
    }

    private void generated(String name) {
        written.add(name);
        ExpectedNest nest = nests.get(name);
        if (nest != null) {
            hostGenerated(nest);
            return;
        }
        nest = waiting.remove(name);
        if (nest != null && nest.missing.remove(name) && nest.missing.isEmpty()) {
            enhance(nest);
        }
    }

    private void hostGenerated(ExpectedNest nest) {
        ClassOutline host = writer.host(nest);
        if (host == null) {
            nests.remove(nest.host);
            return;
        }
        nest.members.addAll(host.nestMembers());
        for (String member : host.nestMembers()) {
            if (!written.contains(member)) {
                nest.missing.add(member);
                waiting.put(member, nest);
            }
        }
        if (nest.missing.isEmpty()) {
            enhance(nest);
        }
    }

    private void enhance(ExpectedNest nest) {
        nests.remove(nest.host);
        writer.enhance(nest, List.copyOf(nest.members));
    }

    /** Javac may name members that it then drops, such as classes in code that is never reached. */
    private void enhanceIncomplete() {
        for (ExpectedNest nest : Set.copyOf(waiting.values())) {
            nest.members.removeAll(nest.missing);
            enhance(nest);
        }
        waiting.clear();
    }
}
