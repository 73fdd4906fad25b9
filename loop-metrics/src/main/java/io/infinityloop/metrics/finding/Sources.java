package io.infinityloop.metrics.finding;

/** Where the bad habits are described. */
final class Sources {
    private static final String LESSON = "DevOps fundamentals, lesson 4: The DevOps Infinity Loop";
    private static final String MASTER = "Agile Scrum Master: DevOps";

    private Sources() {}

    static String lesson(String requirements) {
        return LESSON + "; requirement " + requirements;
    }

    static String master(String requirements) {
        return MASTER + "; requirement " + requirements;
    }

    static String requirement(String requirements) {
        return "requirement " + requirements;
    }
}
