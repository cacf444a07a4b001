package io.athanor.tests.scenario;

/** A recorded case as an application would write it. */
@FunctionalInterface
interface Scenario {
    void play(Stage stage) throws Exception;
}
