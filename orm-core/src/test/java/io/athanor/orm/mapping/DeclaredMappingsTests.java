package io.athanor.orm.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.athanor.orm.instrument.Instrumented;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import org.junit.jupiter.api.Test;

class DeclaredMappingsTests {
    private static boolean isInitialised;

    @Test
    void findingInitialisesTheClass() {
        assertThat(isInitialised).isFalse();

        DeclaredMappings.find(Late.class);

        assertThat(isInitialised).isTrue();
    }

    @Test
    void announcedMappingAndPrototypeAreFound() {
        Declaration<Enhanced> found = DeclaredMappings.find(Enhanced.class);

        assertThat(found.mapping().type()).isEqualTo(Enhanced.class);
        assertThat(found.prototype()).isInstanceOf(Enhanced.class);
        assertThat(found.fields()).containsExactly(new Declaration.Field("id", Integer.class));
    }

    @Test
    void inheritedFieldsComeFirst() {
        assertThat(DeclaredMappings.find(EnhancedSub.class).fields())
                .containsExactly(new Declaration.Field("id", Integer.class), new Declaration.Field("level", int.class));
    }

    @Test
    void fieldsOfAClassWithoutAnnotationsAreKnown() {
        Declaration<EnhancedOnly> found = DeclaredMappings.find(EnhancedOnly.class);

        assertThat(found.mapping()).isNull();
        assertThat(found.fields()).containsExactly(new Declaration.Field("id", int.class));
    }

    @Test
    void annotatedClassThatWasNotEnhancedIsRefused() {
        String source = Unenhanced.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toString();

        assertThatThrownBy(() -> DeclaredMappings.find(Unenhanced.class))
                .isInstanceOf(UnenhancedClassException.class)
                .isInstanceOf(MappingException.class)
                .hasMessageContainingAll(
                        "[" + Unenhanced.class.getName() + "]",
                        "[" + source + "]",
                        "io.athanor:orm-processor",
                        "annotationProcessorPaths",
                        "JDK 23",
                        "-javaagent");
    }

    @Test
    void annotatedSubclassThatWasNotEnhancedIsRefused() {
        assertThatThrownBy(() -> DeclaredMappings.find(UnenhancedSub.class))
                .isInstanceOf(UnenhancedClassException.class)
                .hasMessageContaining(UnenhancedSub.class.getName());
    }

    @Test
    void plainClassAnnouncesNothing() {
        assertThat(DeclaredMappings.find(String.class)).isNull();
    }

    @Test
    void announcingTwiceIsRefused() {
        DeclaredMappings.find(EnhancedOnly.class);

        assertThatThrownBy(() -> DeclaredMappings.registerFields(
                        EnhancedOnly.class, new String[0], new Class<?>[0], new EnhancedOnly()))
                .isInstanceOf(MappingException.class)
                .hasMessageContainingAll(EnhancedOnly.class.getName(), "already");
    }

    @Test
    void announcingAClassThatIsNotEnhancedIsRefused() {
        assertThatThrownBy(() -> DeclaredMappings.register(String.class, () -> null, null))
                .isInstanceOf(MappingException.class)
                .hasMessageContainingAll("[java.lang.String]", "Instrumented");
    }

    @Test
    void announcingNamesWithoutClassesIsRefused() {
        assertThatThrownBy(() ->
                        DeclaredMappings.registerFields(EnhancedOnly.class, new String[] {"id"}, new Class<?>[0], null))
                .isInstanceOf(MappingException.class)
                .hasMessageContainingAll("[1]", "[0]");
    }

    @Test
    void announcedClassCanBeUnloaded() throws Exception {
        WeakReference<Class<?>> type = announceInLoaderOfItsOwn();

        for (int i = 0; i < 100 && type.get() != null; i++) {
            System.gc();
            Thread.sleep(10);
        }

        assertThat(type.get()).isNull();
    }

    private static WeakReference<Class<?>> announceInLoaderOfItsOwn() throws ClassNotFoundException {
        Class<?> type = new OwnLoader().loadClass(Unloaded.class.getName());
        assertThat(type).isNotEqualTo(Unloaded.class);
        assertThat(DeclaredMappings.find(type).fields()).hasSize(1);
        return new WeakReference<>(type);
    }

    /** Defines one class itself and leaves all others to the loader of the tests. */
    private static final class OwnLoader extends ClassLoader {
        OwnLoader() {
            super(DeclaredMappingsTests.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.equals(Unloaded.class.getName())) {
                return super.loadClass(name, resolve);
            }
            try (InputStream file = Unloaded.class.getResourceAsStream("DeclaredMappingsTests$Unloaded.class")) {
                byte[] bytes = file.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException failed) {
                throw new ClassNotFoundException(name, failed);
            }
        }
    }

    public static final class Unloaded implements Instrumented {
        static {
            DeclaredMappings.registerFields(
                    Unloaded.class, new String[] {"id"}, new Class<?>[] {int.class}, new Unloaded());
        }
    }

    @Mapped
    static class Enhanced implements Instrumented {
        static {
            DeclaredMappings.register(
                    Enhanced.class,
                    () -> Mapping.declared(Enhanced.class, "").attribute("id", Integer.class, a -> a.id()),
                    new Enhanced());
        }
    }

    @Mapped
    static final class EnhancedSub extends Enhanced {
        static {
            DeclaredMappings.register(
                    EnhancedSub.class,
                    () -> Mapping.declared(EnhancedSub.class, "")
                            .extending(Enhanced.class)
                            .attribute("level", int.class, a -> {}),
                    new EnhancedSub());
        }
    }

    @Mapped
    static final class UnenhancedSub extends Enhanced {}

    static final class Late implements Instrumented {
        static {
            isInitialised = true;
            DeclaredMappings.registerFields(Late.class, new String[0], new Class<?>[0], new Late());
        }
    }

    static final class EnhancedOnly implements Instrumented {
        static {
            DeclaredMappings.registerFields(
                    EnhancedOnly.class, new String[] {"id"}, new Class<?>[] {int.class}, new EnhancedOnly());
        }
    }

    @Mapped
    static final class Unenhanced {}
}
