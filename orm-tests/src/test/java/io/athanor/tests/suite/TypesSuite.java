package io.athanor.tests.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.engine.dialect.Capability;
import io.athanor.orm.mapper.Registry;
import io.athanor.orm.mapping.Column;
import io.athanor.orm.mapping.Convert;
import io.athanor.orm.mapping.Id;
import io.athanor.orm.mapping.Mapped;
import io.athanor.orm.mapping.Mapping;
import io.athanor.orm.session.Session;
import io.athanor.orm.session.SessionFactory;
import io.athanor.sql.schema.MetaData;
import io.athanor.sql.schema.Table;
import io.athanor.sql.schema.TableSpec;
import io.athanor.sql.type.ConvertedType;
import io.athanor.sql.type.SqlType;
import io.athanor.sql.type.SqlTypes;
import io.athanor.tests.database.Database;
import io.athanor.tests.database.DatabaseSuite;
import io.athanor.tests.model.Color;
import io.athanor.tests.model.Email;
import io.athanor.tests.model.EmailType;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is put into an attribute comes out of it again, whatever its type. */
public abstract class TypesSuite extends DatabaseSuite {

    protected TypesSuite(Database database) {
        super(database);
    }

    /** An attribute of every type that annotations can state. */
    @Mapped
    static class Values {
        @Id
        private Integer id;

        private Short small;
        private Integer whole;
        private Long big;
        private Float single;
        private Double twice;
        private BigDecimal exact;
        private String text;

        @Column(length = 20)
        private String brief;

        private Boolean flag;
        private LocalDate day;
        private LocalTime time;
        private LocalDateTime moment;
        private OffsetDateTime offset;
        private Instant instant;
        private Duration span;
        private byte[] bytes;
        private UUID uuid;
        private Color color;

        @Convert(EmailType.class)
        private Email email;

        static Values full() {
            Values v = new Values();
            v.small = (short) -7;
            v.whole = Integer.MIN_VALUE;
            v.big = Long.MAX_VALUE;
            v.single = 1.5f;
            v.twice = Math.PI;
            v.exact = new BigDecimal("12345.67");
            v.text = "Grüße, \"世界\" 😀 ' \\ \n";
            v.brief = "";
            v.flag = true;
            v.day = LocalDate.of(2024, 2, 29);
            v.time = LocalTime.of(23, 59, 58);
            v.moment = LocalDateTime.of(1969, 7, 20, 20, 17, 40, 123_456_000);
            v.offset = OffsetDateTime.of(2024, 1, 2, 3, 4, 5, 0, ZoneOffset.ofHoursMinutes(5, 30));
            v.instant = Instant.parse("2024-06-30T22:00:00.5Z");
            v.span = Duration.ofHours(25).plusMillis(7);
            v.bytes = new byte[] {0, 1, -1, 127, -128};
            v.uuid = UUID.fromString("00112233-4455-6677-8899-aabbccddeeff");
            v.color = Color.BLUE;
            v.email = new Email("ed@example.org");
            return v;
        }
    }

    /** An attribute of every primitive; those without an SQL type of their own are converted. */
    @Mapped
    static class Primitives {
        @Id
        private long id;

        private boolean flag;
        private short small;
        private int whole;
        private long big;
        private float single;
        private double twice;

        @Convert(ByteType.class)
        private byte tiny;

        @Convert(CharType.class)
        private char letter;
    }

    /** A byte as a small integer. */
    public static final class ByteType extends ConvertedType<Byte, Short> {
        public ByteType() {
            super(Byte.class, SqlTypes.SMALLINT);
        }

        @Override
        protected Short toStored(Byte value) {
            return value.shortValue();
        }

        @Override
        protected Byte fromStored(Short stored) {
            return stored.byteValue();
        }
    }

    /** A char as a string of one. */
    public static final class CharType extends ConvertedType<Character, String> {
        public CharType() {
            super(Character.class, SqlTypes.string(1));
        }

        @Override
        protected String toStored(Character value) {
            return value.toString();
        }

        @Override
        protected Character fromStored(String stored) {
            return stored.charAt(0);
        }
    }

    private static Values loaded(SessionFactory sessions, Object id) {
        return sessions.inTransaction(session -> {
            Values values = session.getOne(Values.class, id);
            session.expunge(values);
            return values;
        });
    }

    private void assertRoundTrip(SessionFactory sessions) {
        store(sessions, Values.full(), new Values());
        Values found = loaded(sessions, 1);
        assertThat(found)
                .usingRecursiveComparison()
                .ignoringFields("id", "$orm$state", "exact", "offset")
                .isEqualTo(Values.full());
        assertThat(found.offset.toInstant()).isEqualTo(Values.full().offset.toInstant());
        if (has(Capability.OFFSET_TIMESTAMPS)) {
            assertThat(found.offset).isEqualTo(Values.full().offset);
        }
        assertThat(found.exact).isEqualByComparingTo("12345.67");
        assertThat(loaded(sessions, 2))
                .usingRecursiveComparison()
                .ignoringFields("id", "$orm$state")
                .isEqualTo(new Values());
    }

    @Test
    void everyTypeOfAnAnnotatedClass() {
        assertRoundTrip(sessions(Values.class));
    }

    @Test
    void everyTypeOfATable() {
        MetaData metadata = new MetaData();
        Table table = Table.of(metadata, "vals", TypesSuite::defineColumns);
        Mapping<Values> mapping = Mapping.of(Values.class, table);
        for (io.athanor.sql.schema.Column<?> column : table.columns()) {
            mapping = mapping.property(column.name(), column);
        }
        assertRoundTrip(sessions(Registry.of(metadata).with(mapping)));
    }

    private static void defineColumns(TableSpec table) {
        table.column("id", SqlTypes.INTEGER, id -> id.primaryKey())
                .column("small", SqlTypes.SMALLINT)
                .column("whole", SqlTypes.INTEGER)
                .column("big", SqlTypes.BIGINT)
                .column("single", SqlTypes.FLOAT)
                .column("twice", SqlTypes.DOUBLE)
                .column("exact", SqlTypes.numeric(10, 2))
                .column("text", SqlTypes.TEXT)
                .column("brief", SqlTypes.string(30))
                .column("flag", SqlTypes.BOOLEAN)
                .column("day", SqlTypes.DATE)
                .column("time", SqlTypes.TIME)
                .column("moment", SqlTypes.TIMESTAMP)
                .column("offset", SqlTypes.OFFSET_TIMESTAMP)
                .column("instant", SqlTypes.INSTANT)
                .column("span", SqlTypes.DURATION)
                .column("bytes", SqlTypes.BYTES)
                .column("uuid", SqlTypes.UUID)
                .column("color", SqlTypes.enumOf(Color.class))
                .column("email", new EmailType());
    }

    @Test
    void everyPrimitive() {
        SessionFactory sessions = sessions(Primitives.class);
        Primitives one = new Primitives();
        one.flag = true;
        one.small = Short.MIN_VALUE;
        one.whole = Integer.MAX_VALUE;
        one.big = Long.MIN_VALUE;
        one.single = -0.25f;
        one.twice = 1e300;
        one.tiny = -128;
        one.letter = 'ß';
        store(sessions, one);
        try (Session session = sessions.open()) {
            Primitives found = session.getOne(Primitives.class, 1L);
            assertThat(List.of(found.flag, found.small, found.whole, found.big, found.single, found.twice))
                    .containsExactly(true, Short.MIN_VALUE, Integer.MAX_VALUE, Long.MIN_VALUE, -0.25f, 1e300);
            assertThat(found.tiny).isEqualTo((byte) -128);
            assertThat(found.letter).isEqualTo('ß');
        }
    }

    @Test
    void changesOfPrimitivesAreSeenAndTakenBack() {
        SessionFactory sessions = sessions(Primitives.class);
        Primitives one = new Primitives();
        one.letter = 'a';
        store(sessions, one);
        try (Session session = sessions.open()) {
            Primitives found = session.getOne(Primitives.class, 1L);
            found.flag = true;
            found.small++;
            found.whole += 2;
            found.big = found.whole * 2L;
            found.single = 0.5f;
            found.twice -= 1;
            found.tiny--;
            found.letter++;
            session.flush();
            assertThat(recording.sql("UPDATE"))
                    .containsExactly(
                            "UPDATE \"Primitives\" SET flag=?, small=?, whole=?, big=?, single=?, twice=?, tiny=?,"
                                    + " letter=? WHERE \"Primitives\".id = ?");
            session.rollback();
            assertThat(List.of(found.flag, found.small, found.whole, found.big, found.single, found.twice))
                    .containsExactly(false, (short) 0, 0, 0L, 0f, 0d);
            assertThat(found.tiny).isZero();
            assertThat(found.letter).isEqualTo('a');
        }
    }

    @Test
    void valuesOfEveryTypeMayBeFilteredBy() {
        SessionFactory sessions = sessions(Values.class);
        store(sessions, Values.full(), new Values());
        Values v = Values.full();
        try (Session session = sessions.open()) {
            long found = session.query(Values.class)
                    .filter(Values_.small.eq(v.small), Values_.whole.eq(v.whole), Values_.big.eq(v.big))
                    .filter(Values_.twice.eq(v.twice), Values_.text.eq(v.text), Values_.flag.eq(v.flag))
                    .filter(Values_.exact.eq(v.exact), Values_.day.eq(v.day), Values_.time.eq(v.time))
                    .filter(Values_.moment.eq(v.moment), Values_.instant.eq(v.instant), Values_.span.eq(v.span))
                    .filter(Values_.uuid.eq(v.uuid), Values_.color.in(Color.RED, Color.BLUE))
                    .filter(Values_.email.eq(new Email("ED@example.org")), Values_.offset.eq(v.offset))
                    .count();
            assertThat(found).isEqualTo(1);
        }
    }

    @Test
    void timesAndNumbersAreOrderedAsTheyAre() {
        SessionFactory sessions = sessions(Values.class);
        for (int i : new int[] {3, 1, 2}) {
            Values values = new Values();
            values.whole = i;
            values.instant = Instant.ofEpochSecond(i * 1_000_000_000L);
            values.moment = LocalDateTime.of(2000 + i, 1, 1, 0, 0);
            values.span = Duration.ofDays(i * 5L);
            values.exact = BigDecimal.valueOf(i * 7L);
            store(sessions, values);
        }
        try (Session session = sessions.open()) {
            for (var attribute : List.of(Values_.instant, Values_.moment, Values_.span, Values_.exact)) {
                assertThat(session.query(Values_.whole).orderBy(attribute).all())
                        .as("ordered by %s", attribute)
                        .containsExactly(1, 2, 3);
            }
        }
    }

    @Test
    void flagIsACondition() {
        SessionFactory sessions = sessions(Values.class);
        store(sessions, Values.full(), new Values());
        try (Session session = sessions.open()) {
            assertThat(session.query(Values_.id).filter(Values_.flag).all()).containsExactly(1);
            assertThat(session.query(Values_.id).filter(Values_.flag.isTrue()).all())
                    .containsExactly(1);
            assertThat(session.query(Values_.id)
                            .filter(Values_.flag, Values_.id.gt(5))
                            .all())
                    .isEmpty();
        }
    }

    @Test
    void bytesAreComparedByContent() {
        SessionFactory sessions = sessions(Values.class);
        store(sessions, Values.full());
        try (Session session = sessions.open()) {
            Values values = session.getOne(Values.class, 1);
            values.bytes = values.bytes.clone();
            session.flush();
            assertThat(recording.sql("UPDATE")).isEmpty();
            values.bytes = new byte[] {1};
            session.flush();
            assertThat(recording.sql("UPDATE")).hasSize(1);
        }
    }

    @Test
    void convertedValueIsStoredInItsForm() {
        SessionFactory sessions = sessions(Values.class);
        Values values = new Values();
        values.email = new Email("Ed@Example.ORG");
        store(sessions, values);
        assertThat(value("SELECT email FROM \"Values\"")).isEqualTo("ed@example.org");
        assertThat(loaded(sessions, 1).email).isEqualTo(new Email("ed@example.org"));
    }

    @Test
    void commonTypesAreFoundByClass() {
        for (SqlType<?> type : List.of(SqlTypes.INTEGER, SqlTypes.UUID, SqlTypes.INSTANT, SqlTypes.BYTES)) {
            assertThat((Object) SqlTypes.find(type.javaType())).isEqualTo(type);
        }
    }
}
