package io.athanor.engine;

import io.athanor.engine.event.EngineEvents;

/** What is known of an engine before its dialect and pool are; the name holds no secret. */
record EngineSetup(String name, EngineOptions options, EngineEvents events, Failures failures) {}
