package io.athanor.orm.query;

import io.athanor.orm.instrument.CustomCollection;
import io.athanor.sql.tree.Assignments;
import io.athanor.sql.tree.Delete;
import io.athanor.sql.tree.Insert;
import io.athanor.sql.tree.Select;
import io.athanor.sql.tree.Update;
import java.util.List;
import java.util.function.BiConsumer;

/** The members of a relationship by statements. */
final class RelatedStatements extends Unread implements WriteOnlyCollection<Object> {
    static final CustomCollection<WriteOnlyCollection<Object>, List<Object>> DOOR = new Door<>(RelatedStatements::new);

    private RelatedStatements(List<Object> storage) {
        super(storage);
    }

    @Override
    @SuppressWarnings("unchecked") // the relationship's members are of the class that the field states
    public Select<Object> select() {
        return (Select<Object>) ask(RelatedQuerySource::relatedSelect);
    }

    @Override
    public Insert insert() {
        return ask((session, owner, relationship) ->
                session.relatedInsert(owner, relationship, List.of(owner), (row, any) -> {}));
    }

    @Override
    public <S> Insert insert(Iterable<? extends S> elements, BiConsumer<Assignments, ? super S> each) {
        return ask((session, owner, relationship) -> session.relatedInsert(owner, relationship, elements, each));
    }

    @Override
    public Update update() {
        return ask(RelatedQuerySource::relatedUpdate);
    }

    @Override
    public Delete delete() {
        return ask(RelatedQuerySource::relatedDelete);
    }

    @Override
    public String toString() {
        return "WriteOnlyCollection";
    }
}
