package io.infinityloop.cli.config;

/** How the time that is measured is divided; the names are what the user types. */
public enum Step {
    /** As fits its length. */
    auto,
    /** Not at all. */
    none,
    /** Into weeks. */
    week,
    /** Into months. */
    month,
    /** Into quarters. */
    quarter
}
