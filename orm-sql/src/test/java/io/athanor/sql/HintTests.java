package io.athanor.sql;

import static io.athanor.sql.Shop.ACCOUNT;
import static io.athanor.sql.Shop.sql;
import static io.athanor.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.athanor.sql.compile.StructureKey;
import io.athanor.sql.error.ArgumentException;
import io.athanor.sql.tree.ForUpdate;
import io.athanor.sql.tree.Hint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HintTests {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "*/ drop", "a; b", "a -- b", "'x'", "\"x\"", "`x`", "f(x", "x) y", "a\nb", "/* x", "", "1", "a#b",
                "a\\b"
            })
    void aHintThatCouldEndItsClauseIsRefused(String text) {
        assertThatThrownBy(() -> Hint.statement(text)).isInstanceOf(ArgumentException.class);
        assertThatThrownBy(() -> Hint.optimizer(text)).isInstanceOf(ArgumentException.class);
        assertThatThrownBy(() -> Hint.keywords(text)).isInstanceOf(ArgumentException.class);
        assertThatThrownBy(() -> Hint.table(ACCOUNT, text)).isInstanceOf(ArgumentException.class);
    }

    @Test
    void hintsStandWhereTheyBelong() {
        assertThat(sql(select(ACCOUNT.id)
                        .hint(Hint.optimizer("INDEX(account ix_a)"))
                        .hint(Hint.keywords("HIGH_PRIORITY"))
                        .hint(Hint.statement("OPTION (x)"))
                        .distinct()))
                .isEqualTo(
                        "SELECT /*+ INDEX(account ix_a) */ HIGH_PRIORITY DISTINCT account.id FROM account OPTION (x)");
    }

    @Test
    void aHintForAnotherDialectIsLeftOut() {
        assertThat(sql(select(ACCOUNT.id).hint(Hint.keywords("HIGH_PRIORITY", "mysql"))))
                .isEqualTo("SELECT account.id FROM account");
    }

    @Test
    void aCommentCannotEndEarly() {
        assertThat(sql(select(ACCOUNT.id).comment("page 3, it's ?")))
                .isEqualTo("/* page 3, it's ? */ SELECT account.id FROM account");
        assertThatThrownBy(() -> select(ACCOUNT.id).comment("x */ drop table account"))
                .isInstanceOf(ArgumentException.class)
                .hasMessageContaining("the beginning or the end of a comment");
        assertThatThrownBy(() -> select(ACCOUNT.id).comment("/* nested")).isInstanceOf(ArgumentException.class);
    }

    @Test
    void whatIsSaidIsPartOfTheStructure() {
        StructureKey plain = StructureKey.of(select(ACCOUNT.id));
        assertThat(StructureKey.of(select(ACCOUNT.id).comment("a"))).isNotEqualTo(plain);
        assertThat(StructureKey.of(select(ACCOUNT.id).hint(Hint.statement("a"))))
                .isNotEqualTo(plain);
        assertThat(StructureKey.of(select(ACCOUNT.id).distinct())).isNotEqualTo(plain);
        assertThat(StructureKey.of(select(ACCOUNT.id).forUpdate(ForUpdate.UPDATE.nowait())))
                .isNotEqualTo(StructureKey.of(select(ACCOUNT.id).forUpdate()));
    }
}
