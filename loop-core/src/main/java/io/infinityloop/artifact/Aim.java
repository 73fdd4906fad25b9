package io.infinityloop.artifact;

import static java.util.Objects.requireNonNull;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whom an insight is for, and what it would change.
 *
 * <p>Source: requirements ART-24, FBK-07 and FBK-08.
 *
 * @param target what it would change; null if nobody said
 * @param addressees the roles that it is for, in the order of the constants, without duplicates; empty stands for both
 * @param cycle the cycle of the loop in which it was found, from 1; 0 if nobody said
 * @since 0.1
 */
public record Aim(@Nullable Target target, List<Addressee> addressees, long cycle) {
    /** Nobody said; so it is for both roles. */
    public static final Aim UNKNOWN = new Aim(null, List.of(), 0);

    /**
     * Creates an aim.
     *
     * @throws IllegalArgumentException if the cycle is negative
     */
    public Aim {
        Set<Addressee> sorted = EnumSet.noneOf(Addressee.class);
        sorted.addAll(requireNonNull(addressees, "addressees"));
        addressees = List.copyOf(sorted.isEmpty() ? EnumSet.allOf(Addressee.class) : sorted);
        if (cycle < 0) {
            throw new IllegalArgumentException("cycle " + cycle + " is negative: cycles are counted from 1");
        }
    }

    /**
     * Returns the aim of an insight that is for both roles.
     *
     * @param target what it would change
     * @return the aim
     */
    public static Aim at(Target target) {
        return new Aim(requireNonNull(target, "target"), List.of(), 0);
    }

    /**
     * Returns this aim for some roles only.
     *
     * @param roles the roles; none stands for both
     * @return the aim
     */
    public Aim to(Addressee... roles) {
        return new Aim(target, List.of(roles), cycle);
    }

    /**
     * Returns this aim with the cycle in which the insight was found.
     *
     * @param number the cycle, from 1; 0 if nobody said
     * @return the aim
     * @throws IllegalArgumentException if it is negative
     */
    public Aim foundIn(long number) {
        return new Aim(target, addressees, number);
    }

    /**
     * What an insight would change.
     *
     * @since 0.1
     */
    public enum Target {
        /** What is delivered. */
        PRODUCT,
        /** How it is delivered. */
        PROCESS
    }

    /**
     * A role that an insight is for.
     *
     * @since 0.1
     */
    public enum Addressee {
        /** Those who decide what is built. */
        PRODUCT,
        /** Those who build it. */
        DEVELOPMENT
    }
}
