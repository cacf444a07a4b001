package io.athanor.orm.instrument;

import io.athanor.sql.error.OrmException;

/**
 * A class claims to be instrumented but was not rewritten by the enhancer.
 *
 * @since 0.1.0
 */
public class NotEnhancedException extends OrmException {
    private static final long serialVersionUID = 1L;

    /**
     * Create an exception.
     *
     * @param type the class that lacks the generated members
     */
    public NotEnhancedException(Class<?> type) {
        super(
                ("Class [%s] implements Instrumented but was not enhanced; do not implement it by hand: annotate the class"
                                + " with @Mapped and compile it with the processor io.athanor:orm-processor")
                        .formatted(type.getName()));
    }
}
