package io.athanor.engine.error;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A constraint refuses the change; SQLAlchemy's {@code IntegrityError}.
 *
 * @since 0.1.0
 */
public class IntegrityException extends DatabaseException {
    private static final long serialVersionUID = 1L;

    private final @Nullable String constraint;

    IntegrityException(ErrorDetails details) {
        super(details);
        this.constraint = details.constraint();
    }

    /**
     * Return the constraint, or what the driver tells of it.
     *
     * @return the constraint's name or columns; empty where the driver does not tell
     */
    public final Optional<String> constraint() {
        return Optional.ofNullable(constraint);
    }
}
