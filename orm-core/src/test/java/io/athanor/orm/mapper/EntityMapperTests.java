package io.athanor.orm.mapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.athanor.sql.error.ArgumentException;
import org.junit.jupiter.api.Test;

class EntityMapperTests {
    private final EntityMapper<User> mapper = Registry.of(User.class).entityMapper(User.class);

    @Test
    void attributesAreInOrderOfTheFields() {
        assertThat(mapper.slotCount()).isEqualTo(4);
        assertThat(mapper.attribute(2).name()).isEqualTo("color");
        assertThat(mapper.attribute(2).index()).isEqualTo(2);
        assertThat(mapper.attribute(2).column()).isSameAs(mapper.table().column("favourite"));
    }

    @Test
    void attributeKnowsItsField() {
        assertThat(mapper.attribute(3).fieldType()).isEqualTo(int.class);
        assertThat(mapper.attribute(3).primitive()).isEqualTo(Primitive.INT);
        assertThat(mapper.attribute(0).primitive()).isEqualTo(Primitive.NONE);
    }

    @Test
    void keyIsWhatWasDeclared() {
        assertThat(mapper.keyIndexes()).containsExactly(0);
        assertThat(mapper.attribute(0).isKey()).isTrue();
        assertThat(mapper.attribute(1).isKey()).isFalse();
    }

    @Test
    void newInstanceComesFromThePrototype() {
        User one = mapper.newInstance();

        assertThat(one).isNotSameAs(mapper.newInstance());
        assertThat(mapper.isInstrumented()).isTrue();
    }

    @Test
    void fieldsAreReadAndWrittenByIndex() {
        User user = new User();

        mapper.set(user, 1, "ed");
        mapper.set(user, 3, 7);

        assertThat(user.name).isEqualTo("ed");
        assertThat(mapper.get(user, 3)).isEqualTo(7);
    }

    @Test
    void attributeByNameEqualsThatOfTheMetamodel() {
        assertThat(mapper.attribute("name", String.class)).isEqualTo(User_.name);
        assertThat(mapper.attribute("age", int.class)).isEqualTo(User_.age);
        assertThat(mapper.entity()).isEqualTo(User_.entity());
        assertThat(mapper.attributes()).hasSize(4).contains(User_.id, User_.color);
    }

    @Test
    void unknownAttributeIsRefused() {
        assertThat(mapper.find("nme")).isNull();
        assertThatThrownBy(() -> mapper.attribute("nme", String.class))
                .isInstanceOf(ArgumentException.class)
                .hasMessageContainingAll(User.class.getName(), "[nme]", "[id, name, color, age]");
    }

    @Test
    void attributeOfAnotherClassIsRefused() {
        assertThatThrownBy(() -> mapper.attribute("name", Integer.class))
                .isInstanceOf(ArgumentException.class)
                .hasMessageContainingAll("[User.name]", "java.lang.String", "java.lang.Integer");
    }
}
