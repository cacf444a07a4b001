package io.athanor.orm.load;

import io.athanor.orm.identity.IdentityMap;
import io.athanor.orm.identity.PersistenceContext;

/**
 * Into what rows are loaded.
 *
 * @param identities the identity map
 * @param persistence the session that will hold new instances
 * @param isPopulatingExisting whether what is loaded already is overwritten
 */
public record LoadContext(IdentityMap identities, PersistenceContext persistence, boolean isPopulatingExisting) {}
