/** Mapped classes as a registry knows them: entities and attributes as symbols in statements, and what they resolve to. */
@NullMarked
package io.athanor.orm.mapper;

import org.jspecify.annotations.NullMarked;
