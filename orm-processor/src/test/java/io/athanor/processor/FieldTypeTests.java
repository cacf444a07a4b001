package io.athanor.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.athanor.orm.instrument.Instrumented;
import java.util.List;
import org.junit.jupiter.api.Test;

class FieldTypeTests {
    private static final String CONVERTER = """
            public class %1$sType extends io.athanor.sql.type.ConvertedType<%2$s, String> {
                public %1$sType() { super(%3$s, io.athanor.sql.type.SqlTypes.STRING); }
                @Override protected String toStored(%2$s value) { return ""; }
                @Override protected %2$s fromStored(String value) { return null; }
            }
            """;
    private static final String WIDE = """
            @Mapped public class Wide {
                @Id private int i; private long l; private double d; private boolean z; private short s; private float f;
                @Convert(CharacterType.class) private char c; @Convert(ByteType.class) private byte b; private byte[] bytes;
                public void setI(int v) { i = v; }       public int getI() { return i; }
                public void setL(long v) { l = v; }      public long getL() { return l; }
                public void setD(double v) { d = v; }    public double getD() { return d; }
                public void setZ(boolean v) { z = v; }   public boolean getZ() { return z; }
                public void setS(short v) { s = v; }     public short getS() { return s; }
                public void setF(float v) { f = v; }     public float getF() { return f; }
                public void setC(char v) { c = v; }      public char getC() { return c; }
                public void setB(byte v) { b = v; }      public byte getB() { return b; }
                public void setBytes(byte[] v) { bytes = v; } public byte[] getBytes() { return bytes; }
                public long increments() { i++; ++l; d += 0.5; s--; f *= 2; c++; b ^= 1; z |= true; return l++; }
            }
            """;

    private final Compiled compiled = TestCompiler.compile(
                    WIDE,
                    CONVERTER.formatted("Character", "Character", "Character.class"),
                    CONVERTER.formatted("Byte", "Byte", "Byte.class"))
            .clean();

    @Test
    void everyPrimitiveIsTrackedWithoutLosingItsType() {
        Instrumented wide = compiled.create("p.Wide");
        RecordingTracker tracker = RecordingTracker.attachPending(wide);
        Compiled.call(wide, "setI", 1);
        Compiled.call(wide, "setL", 2L);
        Compiled.call(wide, "setD", 3.5);
        Compiled.call(wide, "setZ", true);
        Compiled.call(wide, "setS", (short) 4);
        Compiled.call(wide, "setF", 5.5f);
        Compiled.call(wide, "setC", 'x');
        Compiled.call(wide, "setB", (byte) 6);
        assertThat(tracker.calls)
                .containsExactly(
                        "writeInt 0 0 1",
                        "writeLong 1 0 2",
                        "writeDouble 2 0.0 3.5",
                        "writeBoolean 3 false true",
                        "write 4 0 4",
                        "write 5 0.0 5.5",
                        "write 6 \0 x",
                        "write 7 0 6");
        for (String getter : List.of("getI", "getL", "getD", "getZ", "getS", "getF", "getC", "getB")) {
            assertThat(Compiled.call(wide, getter))
                    .isEqualTo(wide.$orm$get("iLdzsfcb"
                            .toLowerCase(java.util.Locale.ROOT)
                            .indexOf(Character.toLowerCase(getter.charAt(3)))));
        }
    }

    @Test
    void compoundOperatorsKeepTheirResults() {
        Instrumented wide = compiled.create("p.Wide");
        assertThat(Compiled.call(wide, "increments")).isEqualTo(1L);
        assertThat(List.of(
                        wide.$orm$get(0),
                        wide.$orm$get(1),
                        wide.$orm$get(2),
                        wide.$orm$get(3),
                        wide.$orm$get(4),
                        wide.$orm$get(5),
                        wide.$orm$get(6),
                        wide.$orm$get(7)))
                .isEqualTo(List.of(1, 2L, 0.5, true, (short) -1, 0f, '\1', (byte) 1));
    }

    @Test
    void rawPrimitivesDoNotBox() {
        Instrumented wide = compiled.create("p.Wide");
        wide.$orm$setInt(0, 1);
        wide.$orm$setLong(1, 2);
        wide.$orm$setDouble(2, 3.5);
        wide.$orm$setBoolean(3, true);
        assertThat(wide.$orm$getInt(0)).isEqualTo(1);
        assertThat(wide.$orm$getLong(1)).isEqualTo(2L);
        assertThat(wide.$orm$getDouble(2)).isEqualTo(3.5);
        assertThat(wide.$orm$getBoolean(3)).isTrue();
        assertThatThrownBy(() -> wide.$orm$getInt(1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void arraysPassThroughTheHook() {
        Instrumented wide = compiled.create("p.Wide");
        RecordingTracker tracker = RecordingTracker.attach(wide);
        byte[] bytes = {1, 2};
        Compiled.call(wide, "setBytes", (Object) bytes);
        assertThat(tracker.calls).hasSize(1);
        assertThat(Compiled.call(wide, "getBytes")).isSameAs(bytes);
    }

    @Test
    void genericFieldsAreCastWhereTheyWere() {
        Compiled generic = TestCompiler.compile(
                """
                        @Mapped public class Box<T extends Comparable<T>> {
                            @Id private Integer id;
                            @Convert(ComparableType.class) private T value;
                            @Convert(ListType.class) private List<String> tags = new ArrayList<>();
                            public static int length(Box<String> box) { return box.value.length(); }
                            public static <S extends Comparable<S>> void copy(Box<S> from, Box<S> to) { to.value = from.value; }
                            public String first() { return tags.get(0); }
                            public void put(T v) { value = v; }
                        }
                        """,
                CONVERTER.formatted(
                        "List",
                        "java.util.List<String>",
                        "(Class<java.util.List<String>>) (Class<?>) java.util.List.class"),
                CONVERTER.formatted(
                        "Comparable", "Comparable<?>", "(Class<Comparable<?>>) (Class<?>) Comparable.class"));
        assertThat(generic.errors()).isEmpty();
        Instrumented box = generic.create("p.Box");
        Instrumented other = generic.create("p.Box");
        Compiled.call(box, "put", "four");
        RecordingTracker tracker = RecordingTracker.attachPending(box);
        assertThat(generic.callStatic("p.Box", "length", box)).isEqualTo(4);
        generic.callStatic("p.Box", "copy", box, other);
        assertThat(other.$orm$get(1)).isEqualTo("four");
        box.$orm$set(2, List.of("a"));
        assertThat(Compiled.call(box, "first")).isEqualTo("a");
        assertThat(tracker.calls).containsExactly("read 1", "read 1", "read 2");
        assertThat(box.getClass().getGenericInterfaces()).containsExactly(Instrumented.class);
    }

    @Test
    void moreFieldsThanAByteCounts() {
        StringBuilder source = new StringBuilder("@Mapped public class Many { @Id private long f0;\n");
        for (int i = 1; i < 300; i++) {
            source.append("private ")
                    .append(i % 2 == 0 ? "long" : "String")
                    .append(" f")
                    .append(i)
                    .append(";\n");
        }
        source.append("public void set(long v) { f298 = v; } }");
        Compiled many = TestCompiler.compile(source.toString()).clean();
        Instrumented instance = many.create("p.Many");
        RecordingTracker tracker = RecordingTracker.attach(instance);
        Compiled.call(instance, "set", 9L);
        assertThat(instance.$orm$get(298)).isEqualTo(9L);
        assertThat(tracker.calls).containsExactly("writeLong 298 0 9");
    }
}
