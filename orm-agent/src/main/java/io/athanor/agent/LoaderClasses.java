package io.athanor.agent;

import io.athanor.processor.enhance.Ancestry;
import io.athanor.processor.enhance.ClassOutline;
import io.athanor.processor.enhance.Nest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the classes that a loader finds, read from their class files and never by loading them. The loader is
 * handed in with each call, because a reference to it here would keep it from being collected.
 */
final class LoaderClasses {
    private static final String SERIALIZABLE = "java/io/Serializable";
    private final Map<String, Nest> nests = new ConcurrentHashMap<>();
    private final Set<String> named;

    LoaderClasses(Set<String> named) {
        this.named = named;
    }

    static boolean exists(ClassLoader loader, String name) {
        return loader.getResource(name + ".class") != null;
    }

    Nest nest(ClassLoader loader, ClassOutline member) {
        Nest known = nests.get(member.nestHost());
        if (known != null) {
            return known;
        }
        Nest nest = Nest.of(members(loader, member));
        nests.put(member.nestHost(), nest);
        return nest;
    }

    private List<ClassOutline> members(ClassLoader loader, ClassOutline member) {
        List<ClassOutline> members = new ArrayList<>(List.of(member));
        ClassOutline host = member.nestHost().equals(member.name()) ? member : outline(loader, member.nestHost());
        if (host == null) {
            return members;
        }
        members.add(host);
        for (String name : host.nestMembers()) {
            ClassOutline outline = name.equals(member.name()) ? null : outline(loader, name);
            if (outline != null) {
                members.add(outline);
            }
        }
        return members;
    }

    Ancestry ancestry(ClassLoader loader, ClassOutline outline) {
        return new Ancestry(enhancedAncestor(loader, outline), isSerializable(loader, outline));
    }

    private @Nullable String enhancedAncestor(ClassLoader loader, ClassOutline outline) {
        ClassOutline above = outline(loader, outline.superName());
        while (above != null && !above.mapped() && !above.enhanced()) {
            above = outline(loader, above.superName());
        }
        return above == null ? null : above.name();
    }

    private boolean isSerializable(ClassLoader loader, ClassOutline outline) {
        List<String> above = new ArrayList<>(outline.interfaces());
        if (outline.superName() != null) {
            above.add(outline.superName());
        }
        if (above.contains(SERIALIZABLE)) {
            return true;
        }
        for (String name : above) {
            ClassOutline each = outline(loader, name);
            if (each != null && isSerializable(loader, each)) {
                return true;
            }
        }
        return false;
    }

    private @Nullable ClassOutline outline(ClassLoader loader, @Nullable String name) {
        if (name == null) {
            return null;
        }
        try (InputStream in = loader.getResourceAsStream(name + ".class")) {
            return in == null ? null : ClassOutline.of(in.readAllBytes(), named);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
