package io.infinityloop.artifact;

import io.infinityloop.Stage;

/**
 * How much of the system a test takes in, from one function to what users asked for.
 *
 * <p>Source: requirements GATE-05 and D-05.
 *
 * @since 0.1
 */
public enum TestLevel {
    /** Functions and classes by themselves. */
    UNIT("one function or class", TestSpeed.FAST, Stage.BUILD, EvidenceKind.CORRECTNESS),
    /** What two components have agreed on. */
    CONTRACT("the agreement of two components", TestSpeed.FAST, Stage.BUILD, EvidenceKind.CORRECTNESS),
    /** Components that work together. */
    INTEGRATION("components together", TestSpeed.MEDIUM, Stage.TEST, EvidenceKind.CORRECTNESS),
    /** A user's way through the whole system. */
    E2E("a user's way through the whole system", TestSpeed.SLOW, Stage.TEST, EvidenceKind.CORRECTNESS),
    /** What users see and touch. */
    UI("what users see and touch", TestSpeed.SLOW, Stage.TEST, EvidenceKind.CORRECTNESS),
    /** The system under load. */
    PERFORMANCE("the system under load", TestSpeed.SLOW, Stage.TEST, EvidenceKind.PERFORMANCE),
    /** The ways by which somebody could break in. */
    SECURITY("the ways to break in", TestSpeed.SLOW, Stage.TEST, EvidenceKind.SECURITY),
    /** What was asked for. */
    ACCEPTANCE("what was asked for", TestSpeed.SLOW, Stage.TEST, EvidenceKind.CORRECTNESS),
    /** The few things without which nothing works. */
    SMOKE("the few things without which nothing works", TestSpeed.MEDIUM, Stage.TEST, EvidenceKind.CORRECTNESS);

    private final String scope;
    private final TestSpeed speed;
    private final Stage defaultStage;
    private final EvidenceKind evidence;

    TestLevel(String scope, TestSpeed speed, Stage defaultStage, EvidenceKind evidence) {
        this.scope = scope;
        this.speed = speed;
        this.defaultStage = defaultStage;
        this.evidence = evidence;
    }

    /** {@return what a test of this level takes in, in a few words} */
    public String scope() {
        return scope;
    }

    /** {@return how long one test usually takes} */
    public TestSpeed speed() {
        return speed;
    }

    /** {@return the stage that such tests run in unless somebody says otherwise: BUILD or TEST} */
    public Stage defaultStage() {
        return defaultStage;
    }

    /** {@return what such tests are evidence of unless somebody says otherwise} */
    public EvidenceKind evidence() {
        return evidence;
    }
}
