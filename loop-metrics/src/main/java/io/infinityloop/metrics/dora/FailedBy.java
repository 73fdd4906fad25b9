package io.infinityloop.metrics.dora;

import io.infinityloop.artifact.Severity;
import io.infinityloop.metrics.link.Deployed;
import io.infinityloop.metrics.link.Failure;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What shows that a deployment failed. A metric takes one or more of them.
 *
 * <p>Source: requirement D-13; {@link #CUSTOMER_INCIDENT} is the default, the others make the metric stricter.
 *
 * @since 0.1
 */
public enum FailedBy {
    /** An incident that customers noticed, and that the deployment caused. The default. */
    CUSTOMER_INCIDENT {
        @Override
        boolean accepts(Failure failure) {
            return failure.sign() == Failure.Sign.INCIDENT && failure.customerImpact();
        }
    },
    /** Any incident that the deployment caused. */
    INCIDENT {
        @Override
        boolean accepts(Failure failure) {
            return failure.sign() == Failure.Sign.INCIDENT;
        }
    },
    /** It was taken back. */
    ROLLBACK {
        @Override
        boolean accepts(Failure failure) {
            return failure.sign() == Failure.Sign.ROLLBACK;
        }
    },
    /** A later deployment repairs it, such as a hotfix. */
    REMEDIATION {
        @Override
        boolean accepts(Failure failure) {
            return failure.sign() == Failure.Sign.REMEDIATION;
        }
    },
    /** The source says that it failed. */
    FLAGGED {
        @Override
        boolean accepts(Failure failure) {
            return failure.sign() == Failure.Sign.FLAGGED;
        }
    };

    abstract boolean accepts(Failure failure);

    /**
     * Checks that there is one.
     *
     * @throws IllegalArgumentException if there is none
     */
    static Set<FailedBy> atLeastOne(FailedBy... kinds) {
        if (kinds.length == 0) {
            throw new IllegalArgumentException(
                    "without evidence no deployment ever fails: expected at least one of " + Arrays.toString(values()));
        }
        return EnumSet.copyOf(Arrays.asList(kinds));
    }

    /** Tells whether one of these kinds accepts the sign. */
    static boolean accepts(Collection<FailedBy> kinds, Failure failure) {
        return kinds.stream().anyMatch(kind -> kind.accepts(failure));
    }

    /**
     * Checks that there is one.
     *
     * @throws IllegalArgumentException if there is none
     */
    static Set<Severity> severities(Severity... which) {
        if (which.length == 0) {
            throw new IllegalArgumentException("without a severity no incident counts: expected at least one of "
                    + Arrays.toString(Severity.values()));
        }
        return EnumSet.copyOf(Arrays.asList(which));
    }

    /** The earliest sign of these kinds that a deployment failed. */
    static Optional<Failure> first(Collection<FailedBy> kinds, Deployed deployed) {
        return first(kinds, Set.of(), deployed);
    }

    /** The earliest sign of these kinds; of incidents only those of these severities, unless there are none. */
    static Optional<Failure> first(Collection<FailedBy> kinds, Set<Severity> severities, Deployed deployed) {
        return deployed.failures().stream()
                .filter(failure -> accepts(kinds, failure))
                .filter(failure -> severities.isEmpty()
                        || failure.sign() != Failure.Sign.INCIDENT
                        || (failure.severity() != null && severities.contains(failure.severity())))
                .min(Comparator.comparing(Failure::startedAt));
    }
}
