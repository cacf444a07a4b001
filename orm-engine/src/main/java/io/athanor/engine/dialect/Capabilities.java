package io.athanor.engine.dialect;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a database can do, as its dialect declares it.
 *
 * @param all the capabilities, unmodifiable
 * @since 0.1.0
 */
public record Capabilities(Set<Capability> all) {
    /** Create capabilities as a copy. */
    public Capabilities {
        all = Collections.unmodifiableSet(all.isEmpty() ? EnumSet.noneOf(Capability.class) : EnumSet.copyOf(all));
    }

    /**
     * Declare capabilities.
     *
     * @param capabilities what the database can do
     * @return the capabilities
     */
    public static Capabilities of(Capability... capabilities) {
        return new Capabilities(Set.copyOf(Arrays.asList(capabilities)));
    }

    /**
     * Return whether the database can do something.
     *
     * @param capability what is asked for
     * @return whether it is declared
     */
    public boolean has(Capability capability) {
        return all.contains(capability);
    }
}
