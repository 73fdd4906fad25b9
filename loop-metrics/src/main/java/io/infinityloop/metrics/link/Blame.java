package io.infinityloop.metrics.link;

/**
 * Says which plug-in failed, and how: in one line, the same in each run.
 *
 * @since 0.1
 */
public final class Blame {
    private static final int LONGEST = 500;

    private Blame() {}

    /**
     * Returns the name of a plug-in's class. That of a lambda has a name that changes from run to run; the part before
     * it does not.
     *
     * @param plugIn the plug-in
     * @return the name
     */
    public static String name(Object plugIn) {
        String name = plugIn.getClass().getName();
        int lambda = name.indexOf("$$Lambda");
        return lambda < 0 ? name : name.substring(0, lambda);
    }

    /**
     * Returns the first line of what a plug-in threw; it may not even be able to say what went wrong.
     *
     * @param failure what it threw
     * @return the line, with at most 501 characters
     */
    public static String line(Throwable failure) {
        String name = failure.getClass().getName();
        String error;
        try {
            error = failure.toString().strip().lines().findFirst().orElse(name);
        } catch (RuntimeException speechless) {
            error = name;
        }
        return error.length() > LONGEST ? error.substring(0, LONGEST) + "…" : error;
    }

    /** Both. */
    static String of(Object plugIn, Throwable failure) {
        return name(plugIn) + ": " + line(failure);
    }
}
