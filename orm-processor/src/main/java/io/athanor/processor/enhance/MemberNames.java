package io.athanor.processor.enhance;

/** Names of what the enhancer generates, and of the types that its code refers to. */
final class MemberNames {
    static final String MAPPED = "Lio/athanor/orm/mapping/Mapped;";
    static final String RELATIONSHIP = "Lio/athanor/orm/mapping/Relationship;";
    static final String INSTRUMENTED = "io/athanor/orm/instrument/Instrumented";
    static final String TRACKER = "io/athanor/orm/instrument/Tracker";
    static final String TRACKER_TYPE = "L" + TRACKER + ";";
    static final String DESCRIPTOR_TYPE = "Lio/athanor/orm/mapping/Descriptor;";
    static final String DECLARED_MAPPINGS = "io/athanor/orm/mapping/DeclaredMappings";
    static final String DESCRIPTOR_SUFFIX = "_Descriptor";

    static final String PREFIX = "$orm$";
    static final String STATE = "$orm$state";
    static final String COUNT = "$orm$count";
    static final String TRACKER_METHOD = "$orm$tracker";
    static final String NEW = "$orm$new";
    static final String GET = "$orm$get";
    static final String SET = "$orm$set";

    static final String CONSTRUCTOR = "<init>";
    static final String INITIALISER = "<clinit>";
    static final String SERIAL_VERSION = "serialVersionUID";

    private MemberNames() {}

    static String getter(String field) {
        return GET + "$" + field;
    }

    static String setter(String field) {
        return SET + "$" + field;
    }
}
