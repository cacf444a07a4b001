package io.athanor.engine.dialect;

/**
 * The driver that a dialect needs; named in the error when it is missing.
 *
 * @param className the class that implements {@link java.sql.Driver}
 * @param artifact what to add to a build, as {@code groupId:artifactId}
 * @since 0.1.0
 */
public record JdbcDriver(String className, String artifact) {}
