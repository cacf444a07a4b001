package io.athanor.orm.state;

/**
 * A statement, or a batch of equal ones, that the next flush would write.
 *
 * @param verb {@code INSERT}, {@code UPDATE} or {@code DELETE}
 * @param table the table's name
 * @param rows how many rows; 0 if it shows only when the rows before are written
 * @param reason why
 * @since 0.1.0
 */
public record PlannedStep(String verb, String table, int rows, String reason) {}
