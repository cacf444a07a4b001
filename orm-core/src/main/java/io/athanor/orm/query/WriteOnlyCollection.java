package io.athanor.orm.query;

import io.athanor.orm.instrument.CustomCollection;
import io.athanor.sql.tree.Assignments;
import io.athanor.sql.tree.Delete;
import io.athanor.sql.tree.Insert;
import io.athanor.sql.tree.Select;
import io.athanor.sql.tree.Update;
import java.util.Collection;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * A relationship to many objects that is never loaded: members are added and removed, and all else is done by statements about
 * them, which a session executes; SQLAlchemy's {@code WriteOnlyCollection}. For collections of any size, such as the
 * transactions of an account.
 *
 * <pre>{@code
 * @Relationship(backPopulates = "account")
 * private WriteOnlyCollection<Booking> bookings;
 *
 * session.scalars(account.getBookings().select().where(Booking_.amount.gt(1000))).all();
 * session.execute(account.getBookings().delete().where(Booking_.day.lt(limit)));
 * }</pre>
 *
 * <p>The field is left without a value; an object that the session has loaded or added has one. Confined to the thread that
 * uses the session, as the object is.
 *
 * @param <T> the mapped class of the members
 * @since 0.1.0
 */
public interface WriteOnlyCollection<T> {
    /**
     * Add a member; nothing is loaded. Does nothing if it is known to be a member.
     *
     * @param member the object
     * @throws io.athanor.sql.error.ArgumentException if it is not of the class that the relationship holds
     */
    void add(T member);

    /**
     * Add members, as {@link #add}.
     *
     * @param members the objects
     */
    default void addAll(Collection<? extends T> members) {
        members.forEach(this::add);
    }

    /**
     * Remove a member; nothing is loaded, so whether it is one is not checked.
     *
     * @param member the object
     */
    void remove(T member);

    /**
     * Return a SELECT of the members, in the order that the relationship states.
     *
     * @return the statement, for {@code session.scalars}
     * @throws io.athanor.orm.state.DetachedInstanceException if no session holds the object
     */
    Select<T> select();

    /**
     * Return an INSERT of a member, which refers to the object already.
     *
     * @return the statement, to which the other columns are added
     * @throws io.athanor.orm.state.DetachedInstanceException if no session holds the object
     * @throws io.athanor.engine.InvalidRequestException if the relationship is not one to many
     */
    Insert insert();

    /**
     * Return an INSERT of many members, which refer to the object.
     *
     * @param elements what the members are made of, at least one
     * @param each sets the columns of an element's row, but for those that refer to the object
     * @param <S> the elements' class
     * @return the statement
     * @throws io.athanor.orm.state.DetachedInstanceException if no session holds the object
     * @throws io.athanor.engine.InvalidRequestException if the relationship is not one to many
     */
    <S> Insert insert(Iterable<? extends S> elements, BiConsumer<Assignments, ? super S> each);

    /**
     * Return an UPDATE of the members, to which what is set is added.
     *
     * @return the statement
     * @throws io.athanor.orm.state.DetachedInstanceException if no session holds the object
     */
    Update update();

    /**
     * Return a DELETE of the members. Nothing is cascaded.
     *
     * @return the statement
     * @throws io.athanor.orm.state.DetachedInstanceException if no session holds the object
     */
    Delete delete();

    /**
     * Return how a relationship shows its members this way, for a mapping that is not generated:
     * {@code spec.collection(List.class, WriteOnlyCollection.shown())}.
     *
     * @return the door
     */
    static CustomCollection<WriteOnlyCollection<Object>, List<Object>> shown() {
        return RelatedStatements.DOOR;
    }
}
