package io.athanor.sql.compile;

/**
 * Compiles into standard SQL of no database, to be read: places for values show their names, {@code :name_1}.
 *
 * @since 0.1.0
 */
public final class StandardCompiler extends SqlCompiler {
    /** Create a compiler of the standard names and quotes. */
    public StandardCompiler() {
        super(CompilerSettings.STANDARD);
    }

    @Override
    protected boolean hasNamedPlaces() {
        return true;
    }

    @Override
    protected boolean hasNativeBoolean() {
        return false;
    }

    @Override
    protected String defaultValues() {
        return "() VALUES ()";
    }

    @Override
    protected boolean hasManyRows() {
        return false;
    }
}
