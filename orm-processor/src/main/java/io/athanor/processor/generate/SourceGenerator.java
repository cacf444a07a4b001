package io.athanor.processor.generate;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import io.athanor.processor.model.EntityModel;
import java.io.IOException;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/**
 * Generates the two classes that belong to a mapped class.
 *
 * @since 0.1.0
 */
public final class SourceGenerator {
    private static final Object[] SUPPRESSED = {"all", "deprecation", "exports", "rawtypes", "removal", "unchecked"};

    private final Filer filer;
    private final Elements elements;
    private final MetamodelWriter metamodels;
    private final DescriptorWriter descriptors;

    /**
     * Create a generator.
     *
     * @param environment the compilation
     */
    public SourceGenerator(ProcessingEnvironment environment) {
        this.filer = environment.getFiler();
        this.elements = environment.getElementUtils();
        AttributeTypes types = new AttributeTypes(environment.getTypeUtils());
        this.metamodels = new MetamodelWriter(types);
        this.descriptors = new DescriptorWriter(types);
    }

    /**
     * Write metamodel and descriptor of a class.
     *
     * @param entity the class
     * @throws IOException if a file exists already or cannot be written
     */
    public void generate(EntityModel entity) throws IOException {
        write(entity.packageName(), entity.type(), metamodels.write(entity));
        write(entity.packageName(), entity.type(), descriptors.write(entity));
    }

    /**
     * Write the factory of a record that rows become.
     *
     * @param record the record
     * @throws IOException if a file exists already or cannot be written
     */
    public void generateProjection(TypeElement record) throws IOException {
        String packageName = elements.getPackageOf(record).getQualifiedName().toString();
        write(packageName, record, new ProjectionWriter().write(record));
    }

    private void write(String packageName, TypeElement origin, TypeSpec.Builder type) throws IOException {
        addMarker(origin, type);
        // The user cannot act on warnings in code that he did not write. Eclipse's compiler knows "all", javac does
        // not.
        type.addAnnotation(AnnotationSpec.builder(SuppressWarnings.class)
                .addMember("value", "{$S, $S, $S, $S, $S, $S}", SUPPRESSED)
                .build());
        type.addOriginatingElement(origin);
        JavaFile.builder(packageName, type.build()).indent("    ").build().writeTo(filer);
    }

    /** A named module sees the marker only if it requires java.compiler, which nobody should have to. */
    private void addMarker(TypeElement origin, TypeSpec.Builder type) {
        TypeElement marker = elements.getTypeElement(elements.getModuleOf(origin), GeneratedNames.GENERATED);
        if (marker != null) {
            type.addAnnotation(AnnotationSpec.builder(ClassName.get(marker))
                    .addMember("value", "$S", GeneratedNames.PROCESSOR)
                    .build());
        }
    }
}
