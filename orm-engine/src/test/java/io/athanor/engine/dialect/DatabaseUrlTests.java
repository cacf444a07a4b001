package io.athanor.engine.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.athanor.engine.error.UrlException;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseUrlTests {
    @Nested
    class Parts {
        @Test
        void everyPartIsRead() {
            DatabaseUrl url = DatabaseUrl.parse("postgresql://scott:tiger@db.example.org:5432/shop?ssl=true&app=x%20y");
            assertThat(url.dialect()).isEqualTo("postgresql");
            assertThat(url.user()).isEqualTo("scott");
            assertThat(url.password()).isEqualTo("tiger");
            assertThat(url.host()).isEqualTo("db.example.org");
            assertThat(url.port()).isEqualTo(5432);
            assertThat(url.database()).isEqualTo("shop");
            assertThat(url.options()).containsEntry("ssl", "true").containsEntry("app", "x y");
            assertThat(url.isJdbc()).isFalse();
        }

        @Test
        void missingPartsAreAbsent() {
            DatabaseUrl url = DatabaseUrl.parse("sqlite://");
            assertThat(url.user()).isNull();
            assertThat(url.password()).isNull();
            assertThat(url.host()).isNull();
            assertThat(url.port()).isEqualTo(-1);
            assertThat(url.database()).isEmpty();
            assertThat(url.options()).isEmpty();
        }

        @Test
        void passwordIsDecoded() {
            assertThat(DatabaseUrl.parse("db://u:p%40s%2Fs%3Aw%C3%B6@h/d").password())
                    .isEqualTo("p@s/s:wö");
        }

        @Test
        void ipv6AddressStandsInBrackets() {
            DatabaseUrl url = DatabaseUrl.parse("db://u@[2001:db8::1]:99/d");
            assertThat(url.host()).isEqualTo("2001:db8::1");
            assertThat(url.port()).isEqualTo(99);
            assertThat(url).hasToString("db://u@[2001:db8::1]:99/d");
        }

        @Test
        void jdbcUrlIsKeptAsItIs() {
            DatabaseUrl url = DatabaseUrl.parse("JDBC:SQLite::memory:");
            assertThat(url.isJdbc()).isTrue();
            assertThat(url.dialect()).isEqualTo("sqlite");
            assertThat(url.jdbc()).isEqualTo("JDBC:SQLite::memory:");
        }
    }

    @Nested
    class Masking {
        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                db://u:canary@h/d                             | db://u:***@h/d
                db://u:canary@h/d?sslpassword=canary&a=b      | db://u:***@h/d?sslpassword=***&a=b
                db://h/d?token=canary                         | db://h/d?token=***
                jdbc:h2:mem:t;USER=sa;PASSWORD=canary         | jdbc:h2:mem:t;USER=sa;PASSWORD=***
                jdbc:h2:mem:t;PASSWORD=canary;MODE=MySQL      | jdbc:h2:mem:t;PASSWORD=***;MODE=MySQL
                jdbc:pg://h/d?user=u&password=canary          | jdbc:pg://h/d?user=u&password=***
                jdbc:pg://u:canary@h/d                        | jdbc:pg://u:***@h/d
                jdbc:pg://u:ca@nary@h/d                       | jdbc:pg://u:***@h/d
                """)
        void passwordIsNotInTheText(String url, String masked) {
            assertThat(DatabaseUrl.parse(url)).hasToString(masked);
        }

        @Test
        void secretsAreTakenOutOfMessages() {
            Secrets secrets = DatabaseUrl.parse("db://u:p%40canary@h/d").secrets();
            assertThat(secrets.redact("no [p@canary] nor [p%40canary]")).isEqualTo("no [***] nor [***]");
            assertThat(secrets.isShownBy("xp@canaryx")).isTrue();
            assertThat(secrets.isShownBy("canary")).isFalse();
            assertThat(secrets).hasToString("Secrets[2]");
        }

        @Test
        void shortSecretsAreMaskedWhereAPasswordStands() {
            Secrets secrets = DatabaseUrl.parse("jdbc:pg://h/d?password=a").secrets();
            assertThat(secrets.redact("a fact: password=a at jdbc:pg://u:a@h"))
                    .isEqualTo("a fact: password=*** at jdbc:pg://u:***@h");
        }

        @Test
        void emptyPasswordMasksNothing() {
            assertThat(DatabaseUrl.parse("jdbc:h2:mem:t;PASSWORD=").secrets().redact("unchanged"))
                    .isEqualTo("unchanged");
        }
    }

    @Nested
    class Malformed {
        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                nonsense                   | 0
                ://h/d                     | 0
                1db://h                    | 0
                d b://h                    | 1
                jdbc:                      | 5
                jdbc::x                    | 5
                db://u:canary@h:port/d     | 16
                db://u:canary@h:99999/d    | 20
                db://u:canary@h:0/d        | 16
                db://u:canary@h:/d         | 16
                db://u:canary@:1/d         | 14
                db://u:can@ary@h/d         | 10
                db://u:can/ary@h/d         | 7
                db://u:12/ary@h/d          | 13
                db://u:can%zz@h/d          | 10
                db://u&canary@h/d          | 6
                db://u:can%4               | 7
                db://u:canary@[::1/d       | 14
                db://u:canary@[::1]x/d     | 19
                db://u:canary@h/d?x        | 18
                db://u:canary@h/d?=x       | 18
                db://u:canary@h/d?a=1&a=2  | 22
                db://u:canary@h!/d         | 15
                db://u:can%FFary@h/d       | 7
                db://u:can%00ary@h/d       | 7
                """)
        void messageTellsThePositionAndQuotesNothing(String url, int position) {
            assertThatThrownBy(() -> DatabaseUrl.parse(url))
                    .isInstanceOfSatisfying(
                            UrlException.class, e -> assertThat(e.position()).isEqualTo(position))
                    .hasMessageContaining("[" + position + "]")
                    .hasMessageNotContaining("canary")
                    .hasMessageNotContaining("ary");
        }

        @Test
        void controlCharactersAreRefused() {
            assertThatThrownBy(() -> DatabaseUrl.parse("db://h/a\nb")).isInstanceOf(UrlException.class);
            assertThatThrownBy(() -> DatabaseUrl.parse("db://h/a\uD800b")).isInstanceOf(UrlException.class);
            assertThat(DatabaseUrl.parse("db://h/a😀b").database()).isEqualTo("a😀b");
        }

        @Test
        void fiveThousandBrokenUrlsShowNoPasswordAndTakeNoTime() {
            Random random = new Random(4711);
            String whole = "postgresql://scott:CANARYPW@[::1]:5432/shop?ssl=true&app=x";
            String noise = ":/@?&=%[]#;\\ \u0000\uD800a1";
            long start = System.nanoTime();
            int refused = 0;
            for (int i = 0; i < 5000; i++) {
                StringBuilder url = new StringBuilder(whole);
                for (int n = 0; n <= random.nextInt(3); n++) {
                    int at = random.nextInt(url.length());
                    url.setCharAt(at, noise.charAt(random.nextInt(noise.length())));
                }
                try {
                    DatabaseUrl read = DatabaseUrl.parse(url.toString());
                    // Without its colon the rest is a longer name of the user, which is no secret to anybody who reads
                    // it.
                    String shown = read.password() == null ? "" : read.toString();
                    assertThat(shown).doesNotContain("CANARYPW");
                } catch (UrlException malformed) {
                    refused++;
                    assertThat(malformed.getMessage()).doesNotContain("CANARY").doesNotContain("NARYPW");
                    assertThat(malformed.position()).isBetween(0, url.length());
                }
            }
            assertThat(refused).isGreaterThan(2000);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
        }
    }
}
