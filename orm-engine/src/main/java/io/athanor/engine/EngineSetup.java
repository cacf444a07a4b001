package io.athanor.engine;

import io.athanor.engine.event.EngineEvents;

/** What is known of an engine before its dialect and pool are. */
record EngineSetup(EngineOptions options, EngineEvents events, Failures failures) {}
