package io.athanor.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.athanor.orm.instrument.Instrumented;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import org.junit.jupiter.api.Test;

class AccessorTests {
    private static final String USER = """
            @Mapped(table = "users") public class User {
                @Id private Integer id; private String name = "new"; private boolean active; static int made; transient int cache;
                public User() { made++; }
                public Integer getId() { return id; }
                public String getName() { return name; }
                public void setName(String name) { this.name = name; }
                public int bump() { return ++cache; }
            }
            """;

    private final Compiled compiled = TestCompiler.compile(USER).clean();

    @Test
    void fieldsWorkAsBeforeWithoutTracker() {
        Instrumented user = compiled.create("p.User");
        Compiled.call(user, "setName", "ed");
        assertThat(Compiled.call(user, "getName")).isEqualTo("ed");
        assertThat(user.$orm$tracker()).isNull();
    }

    @Test
    void readCallsTheTrackerOnlyWhilePending() {
        Instrumented user = compiled.create("p.User");
        RecordingTracker tracker = RecordingTracker.attach(user);
        Compiled.call(user, "getName");
        assertThat(tracker.calls).isEmpty();
        tracker.pending = true;
        Compiled.call(user, "getName");
        Compiled.call(user, "getId");
        assertThat(tracker.calls).containsExactly("read 1", "read 0");
    }

    @Test
    void writeTellsOldAndNewValue() {
        Instrumented user = compiled.create("p.User");
        RecordingTracker tracker = RecordingTracker.attach(user);
        Compiled.call(user, "setName", "ed");
        assertThat(tracker.calls).containsExactly("write 1 new ed");
        assertThat(user.$orm$get(1)).isEqualTo("ed");
    }

    @Test
    void transientAndStaticFieldsAreLeftAlone() {
        Instrumented user = compiled.create("p.User");
        RecordingTracker tracker = RecordingTracker.attachPending(user);
        Compiled.call(user, "bump");
        assertThat(tracker.calls).isEmpty();
    }

    @Test
    void rawAccessTellsNobody() {
        Instrumented user = compiled.create("p.User");
        RecordingTracker tracker = RecordingTracker.attachPending(user);
        user.$orm$set(0, 7);
        user.$orm$set(2, true);
        user.$orm$setBoolean(2, false);
        assertThat(user.$orm$get(0)).isEqualTo(7);
        assertThat(user.$orm$get(2)).isEqualTo(false);
        assertThat(user.$orm$getBoolean(2)).isFalse();
        assertThat(tracker.calls).isEmpty();
    }

    @Test
    void unknownIndexIsRefused() {
        Instrumented user = compiled.create("p.User");
        assertThatThrownBy(() -> user.$orm$get(3)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> user.$orm$set(-1, null)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void blankInstanceRunsNeitherConstructorNorInitialisers() throws ReflectiveOperationException {
        Instrumented user = compiled.create("p.User");
        Instrumented blank = user.$orm$new();
        assertThat(blank).isExactlyInstanceOf(user.getClass());
        assertThat(blank.$orm$get(1)).isNull();
        Field made = user.getClass().getDeclaredField("made");
        made.setAccessible(true);
        assertThat(made.getInt(null)).isEqualTo(1);
    }

    @Test
    void stateIsPrivateTransientAndSynthetic() throws ReflectiveOperationException {
        Field state = compiled.load("p.User").getDeclaredField("$orm$state");
        assertThat(Modifier.isPrivate(state.getModifiers())).isTrue();
        assertThat(Modifier.isTransient(state.getModifiers())).isTrue();
        assertThat(state.isSynthetic()).isTrue();
    }

    @Test
    void everyGeneratedMemberIsSynthetic() {
        Class<?> type = compiled.load("p.User");
        assertThat(type.getDeclaredFields())
                .filteredOn(f -> f.getName().startsWith("$orm$"))
                .isNotEmpty()
                .allMatch(Field::isSynthetic);
        assertThat(type.getDeclaredMethods())
                .filteredOn(m -> m.getName().startsWith("$orm$"))
                .isNotEmpty()
                .allMatch(m -> m.isSynthetic());
        assertThat(type.getDeclaredConstructors()).hasSize(2).anyMatch(c -> c.isSynthetic());
    }
}
