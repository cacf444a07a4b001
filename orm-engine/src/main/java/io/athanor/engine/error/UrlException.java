package io.athanor.engine.error;

import io.athanor.sql.error.OrmException;

/**
 * A database URL cannot be read. The message says where and what was expected; it repeats nothing of the URL, since any
 * part of a malformed one may be the password.
 *
 * @since 0.1.0
 */
public final class UrlException extends OrmException {
    private static final long serialVersionUID = 1L;

    private final int position;

    /**
     * Create an exception.
     *
     * @param position where reading stopped, in characters from 0
     * @param fact what is wrong and what is expected; must not quote the URL
     */
    public UrlException(int position, String fact) {
        super("Database URL cannot be read at position [%d]: %s".formatted(position, fact));
        this.position = position;
    }

    /**
     * Return where reading stopped.
     *
     * @return characters from 0
     */
    public int position() {
        return position;
    }
}
