package io.athanor.processor.generate;

import com.palantir.javapoet.ClassName;

/** Types of the run time that generated source refers to; by name, since the processor does not depend on them. */
final class GeneratedNames {
    static final ClassName ATTRIBUTE = ClassName.get("io.athanor.orm.mapper", "Attribute");
    static final ClassName TO_ONE = ClassName.get("io.athanor.orm.mapper", "ToOne");
    static final ClassName TO_MANY = ClassName.get("io.athanor.orm.mapper", "ToMany");
    static final ClassName CASCADE = ClassName.get("io.athanor.orm.mapping", "Cascade");
    static final ClassName EAGER_DEFAULTS = ClassName.get("io.athanor.orm.mapping", "EagerDefaults");
    static final ClassName LAZY = ClassName.get("io.athanor.orm.mapping", "Lazy");
    static final ClassName DEFERRAL = ClassName.get("io.athanor.orm.mapping", "PropertyMapping", "Deferral");
    static final ClassName ENTITY_REF = ClassName.get("io.athanor.orm.mapper", "EntityRef");
    static final ClassName DESCRIPTOR = ClassName.get("io.athanor.orm.mapping", "Descriptor");
    static final ClassName MAPPING = ClassName.get("io.athanor.orm.mapping", "Mapping");
    static final ClassName DERIVED_TABLE = ClassName.get("io.athanor.sql.tree", "DerivedTable");
    static final ClassName PROJECTION = ClassName.get("io.athanor.sql.tree", "Projection");
    static final ClassName SELECTABLE = ClassName.get("io.athanor.sql.tree", "Selectable");
    static final String GENERATED = "javax.annotation.processing.Generated";
    static final String PROCESSOR = "io.athanor.processor.MappingProcessor";

    private GeneratedNames() {}
}
