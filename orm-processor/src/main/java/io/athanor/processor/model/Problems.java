package io.athanor.processor.model;

import javax.annotation.processing.Messager;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Reports broken rules where the source breaks them, and remembers how many there were.
 *
 * @since 0.1.0
 */
public final class Problems {
    private final Messager messager;
    private int errors;

    /**
     * Create a reporter.
     *
     * @param messager where the messages go
     */
    public Problems(Messager messager) {
        this.messager = messager;
    }

    /**
     * Report an error.
     *
     * @param element what it is about
     * @param message fact, values and remedy
     */
    public void error(Element element, String message) {
        errors++;
        messager.printMessage(Kind.ERROR, message, element);
    }

    /**
     * Report something that compiles but will not work as it stands.
     *
     * @param element what it is about
     * @param message fact, values and remedy
     */
    public void warning(Element element, String message) {
        messager.printMessage(Kind.WARNING, message, element);
    }

    void error(
            Element element, @Nullable AnnotationMirror annotation, @Nullable AnnotationValue value, String message) {
        errors++;
        if (value == null) {
            messager.printMessage(Kind.ERROR, message, element, annotation);
        } else {
            messager.printMessage(Kind.ERROR, message, element, annotation, value);
        }
    }

    int errors() {
        return errors;
    }
}
