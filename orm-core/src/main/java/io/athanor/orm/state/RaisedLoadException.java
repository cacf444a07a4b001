package io.athanor.orm.state;

import io.athanor.sql.error.OrmException;
import java.lang.StackWalker.StackFrame;

/**
 * A relationship, or a deferred column, was used that is not to be loaded by use; SQLAlchemy's {@code lazy='raise'}. Names the attribute, where it was
 * used, and what would have loaded it.
 *
 * @since 0.1.0
 */
public class RaisedLoadException extends OrmException {
    private static final long serialVersionUID = 1L;

    /**
     * Create an exception.
     *
     * @param entity the class that has the relationship
     * @param relationship its name
     * @param guard what forbids loading
     */
    public RaisedLoadException(Class<?> entity, String relationship, String guard) {
        super(
                "Relationship [%s.%s] was used at [%s] but is not loaded, and %s forbids to load it then; add options(selectinLoad(%s_.%s)) to the query, or joinedLoad(…)"
                        .formatted(
                                entity.getSimpleName(),
                                relationship,
                                callSite(entity),
                                guard,
                                entity.getSimpleName(),
                                relationship));
    }

    private RaisedLoadException(String message) {
        super(message);
    }

    /**
     * Create an exception for a column.
     *
     * @param entity the class that has the attribute
     * @param attribute its name
     * @return the exception
     */
    public static RaisedLoadException ofColumn(Class<?> entity, String attribute) {
        String name = entity.getSimpleName();
        return new RaisedLoadException(
                "Attribute [%s.%s] was used at [%s] but is deferred, and raiseLoad forbids to load it then; add options(undefer(%s_.%s)) to the query"
                        .formatted(name, attribute, callSite(entity), name, attribute));
    }

    /** The first frame that is neither of this library nor the entity's own, which has only handed out its field. */
    private static String callSite(Class<?> entity) {
        return StackWalker.getInstance()
                .walk(frames -> frames.filter(frame -> isCaller(frame, entity))
                        .findFirst()
                        .map(frame -> frame.getFileName() + ":" + frame.getLineNumber())
                        .orElse("an unknown place"));
    }

    private static boolean isCaller(StackFrame frame, Class<?> entity) {
        String name = frame.getClassName();
        return !name.startsWith("io.athanor.orm.")
                && !name.startsWith("io.athanor.engine.")
                && !name.startsWith("java.")
                && !name.equals(entity.getName());
    }
}
