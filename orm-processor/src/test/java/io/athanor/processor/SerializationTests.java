package io.athanor.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.athanor.orm.instrument.Instrumented;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import org.junit.jupiter.api.Test;

class SerializationTests {
    private static final String USER = """
            @Mapped public class User extends Base implements Comparable<User> {
                @Id private Integer id; private String name; static int made; private transient String note; protected static String x = "x";
                public User() {}
                public User(String name) { this.name = name; Runnable r = () -> made++; r.run(); }
                public Integer getId() { return id; }
                public void setId(Integer id) { this.id = id; }
                public String getName() { return name; }
                public void setName(String name) { this.name = name; }
                @Override public int compareTo(User o) { return name.compareTo(o.name); }
            }
            """;
    private static final String BASE = "public abstract class Base implements java.io.Serializable { }";

    private final Compiled enhanced = TestCompiler.compile(USER, BASE).clean();

    @Test
    void serialVersionIsThatOfTheClassAsWritten() {
        Compiled plain = new TestCompiler()
                .sources(USER, BASE)
                .options("-proc:none")
                .compile()
                .clean();
        long expected = ObjectStreamClass.lookup(plain.load("p.User")).getSerialVersionUID();
        assertThat(ObjectStreamClass.lookup(enhanced.load("p.User")).getSerialVersionUID())
                .isEqualTo(expected);
    }

    @Test
    void declaredSerialVersionIsKept() {
        Compiled own = TestCompiler.compile("""
                        @Mapped public class User implements java.io.Serializable {
                            private static final long serialVersionUID = 42L; @Id private Integer id;
                        }
                        """).clean();
        assertThat(ObjectStreamClass.lookup(own.load("p.User")).getSerialVersionUID())
                .isEqualTo(42L);
    }

    @Test
    void classThatIsNotSerializableGetsNoSerialVersion() {
        Compiled plain = TestCompiler.compile("@Mapped public class User { @Id private Integer id; }")
                .clean();
        assertThat(plain.load("p.User").getDeclaredFields())
                .noneMatch(f -> f.getName().equals("serialVersionUID"));
    }

    @Test
    void serializationKeepsValuesAndDropsTheTracker() throws IOException, ClassNotFoundException {
        Instrumented user = enhanced.create("p.User", "ed");
        user.$orm$set(0, 7);
        RecordingTracker.attach(user);
        Instrumented copy = (Instrumented) read(write(user), enhanced.loader());
        assertThat(copy.$orm$tracker()).isNull();
        assertThat(copy.$orm$get(0)).isEqualTo(7);
        assertThat(copy.$orm$get(1)).isEqualTo("ed");
    }

    @Test
    void streamOfThePlainClassIsReadByTheEnhancedOne() throws IOException, ClassNotFoundException {
        Compiled plain = new TestCompiler()
                .sources(USER, BASE)
                .options("-proc:none")
                .compile()
                .clean();
        byte[] stream = write(plain.construct("p.User", "ed"));
        assertThat(((Instrumented) read(stream, enhanced.loader())).$orm$get(1)).isEqualTo("ed");
    }

    @Test
    void jacksonSeesPropertiesAndNothingElse() throws IOException {
        ObjectMapper json = new ObjectMapper();
        Instrumented user = enhanced.create("p.User", "ed");
        user.$orm$set(0, 7);
        RecordingTracker tracker = RecordingTracker.attachPending(user);
        String text = json.writeValueAsString(user);
        assertThat(json.readTree(text)).isEqualTo(json.readTree("{\"id\":7,\"name\":\"ed\"}"));
        assertThat(tracker.calls).containsExactlyInAnyOrder("read 0", "read 1");
        Object back = json.readValue(text, user.getClass());
        assertThat(Compiled.call(back, "getName")).isEqualTo("ed");
        assertThat(Compiled.call(back, "getId")).isEqualTo(7);
    }

    private static byte[] write(Object object) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(object);
        }
        return bytes.toByteArray();
    }

    private static Object read(byte[] stream, ClassLoader loader) throws IOException, ClassNotFoundException {
        try (ObjectInputStream in = new LoaderStream(new ByteArrayInputStream(stream), loader)) {
            return in.readObject();
        }
    }

    private static final class LoaderStream extends ObjectInputStream {
        private final ClassLoader loader;

        LoaderStream(InputStream in, ClassLoader loader) throws IOException {
            super(in);
            this.loader = loader;
        }

        @Override
        protected Class<?> resolveClass(ObjectStreamClass type) throws ClassNotFoundException {
            return Class.forName(type.getName(), false, loader);
        }
    }
}
