package io.athanor.tests.archive;

import io.athanor.orm.instrument.CustomCollection;
import java.util.List;

/** Shows a list of files as a stack. */
final class StackDoor implements CustomCollection<Stack, List<File>> {
    @Override
    public Stack around(List<File> storage) {
        return new Stack(storage);
    }

    @Override
    public List<File> storage(Stack collection) {
        return collection.files();
    }
}
