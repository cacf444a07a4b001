package io.athanor.sql.schema;

/**
 * Where tables are created, dropped and read: an engine or a connection. Implemented above this module, so that
 * {@link MetaData} reaches the database without knowing it.
 *
 * @since 0.1.0
 */
public interface SchemaTarget {
    /**
     * Create the tables that do not exist yet, in the order of their dependencies.
     *
     * @param metadata the tables
     */
    void createAll(MetaData metadata);

    /**
     * Drop the tables that exist, in the opposite order.
     *
     * @param metadata the tables
     */
    void dropAll(MetaData metadata);

    /**
     * Read tables from the database into the metadata.
     *
     * @param metadata what they are added to
     * @param spec which, and how
     */
    void reflect(MetaData metadata, ReflectSpec spec);
}
