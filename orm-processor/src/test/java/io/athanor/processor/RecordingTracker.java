package io.athanor.processor;

import io.athanor.orm.instrument.Instrumented;
import io.athanor.orm.instrument.Tracker;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Notes every hook that generated code calls, and lets everything pass. */
final class RecordingTracker extends Tracker {
    final List<String> calls = new ArrayList<>();

    private RecordingTracker(Object instance) {
        super(instance, null);
    }

    static RecordingTracker attach(Instrumented instance) {
        RecordingTracker tracker = new RecordingTracker(instance);
        instance.$orm$tracker(tracker);
        return tracker;
    }

    static RecordingTracker attachPending(Instrumented instance) {
        RecordingTracker tracker = attach(instance);
        tracker.pending = true;
        return tracker;
    }

    @Override
    public void read(int index) {
        calls.add("read " + index);
    }

    @Override
    public @Nullable Object write(int index, @Nullable Object old, @Nullable Object value) {
        return note("write", index, old, value);
    }

    @Override
    public int writeInt(int index, int old, int value) {
        return note("writeInt", index, old, value);
    }

    @Override
    public long writeLong(int index, long old, long value) {
        return note("writeLong", index, old, value);
    }

    @Override
    public double writeDouble(int index, double old, double value) {
        return note("writeDouble", index, old, value);
    }

    @Override
    public boolean writeBoolean(int index, boolean old, boolean value) {
        return note("writeBoolean", index, old, value);
    }

    private <T> T note(String hook, int index, T old, T value) {
        calls.add(hook + " " + index + " " + old + " " + value);
        return value;
    }
}
