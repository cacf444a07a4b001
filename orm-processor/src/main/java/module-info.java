/** The annotation processor: writes the typed metamodel and instruments mapped classes while they are compiled. */
module io.athanor.processor {
    requires java.compiler;
    requires jdk.compiler;
    requires org.objectweb.asm;
    requires org.objectweb.asm.tree;
    requires org.objectweb.asm.tree.analysis;
    requires org.objectweb.asm.commons;
    requires com.palantir.javapoet;
    requires static org.jspecify;

    exports io.athanor.processor;

    provides javax.annotation.processing.Processor with
            io.athanor.processor.MappingProcessor;
}
