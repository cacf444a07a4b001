package io.athanor.tests.scenario;

import io.athanor.engine.error.DatabaseException;
import io.athanor.sql.error.OrmException;

/** Which of our errors is which of SQLAlchemy's. */
final class Errors {
    private Errors() {}

    static boolean isSame(String recorded, Throwable raised) {
        if (raised == null || recorded.isEmpty()) {
            return raised == null && recorded.isEmpty();
        }
        String name = raised.getClass().getSimpleName();
        return switch (recorded) {
            case "IntegrityError" -> raised instanceof io.athanor.engine.error.IntegrityException;
            case "InvalidRequestError" -> raised instanceof OrmException && !(raised instanceof DatabaseException);
            // What Python finds out by stumbling: an attribute that is not there, a wrong type, a broken rule.
            case "AttributeError", "TypeError", "KeyError", "AssertionError" ->
                raised instanceof OrmException || raised instanceof ClassCastException;
            case "ValueError" -> raised instanceof IllegalArgumentException;
            case "NoResultFound", "MultipleResultsFound" -> name.equals(recorded + "Exception");
            default -> name.equals(recorded.replaceAll("Error$", "Exception"));
        };
    }
}
