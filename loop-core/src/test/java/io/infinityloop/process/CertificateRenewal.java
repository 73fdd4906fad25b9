package io.infinityloop.process;

import java.time.Instant;

/** The example of the guide: what stands between the two lines is printed there. */
// guide
record CertificateRenewal(Course<CertificateRenewal.State> course) {
    enum State {
        ORDERED,
        ISSUED,
        INSTALLED
    }

    static final Lifecycle<State> LIFECYCLE = Lifecycle.of("Certificate renewal", State.ORDERED)
            .step(State.ORDERED, "issue", State.ISSUED)
            .back(State.ISSUED, "order again", State.ORDERED)
            .step(State.ISSUED, "install", State.INSTALLED)
            .build();

    CertificateRenewal {
        LIFECYCLE.check(course);
    }

    static CertificateRenewal ordered(Instant at) {
        return new CertificateRenewal(LIFECYCLE.begin(at, Evidence.NONE));
    }

    Progress<CertificateRenewal> issue(Instant at) {
        return move(State.ISSUED, at, Evidence.NONE);
    }

    Progress<CertificateRenewal> install(Instant at, Evidence test) {
        if (course.state() == State.ISSUED && test.isNone()) {
            return LIFECYCLE.refuse(this, course, State.INSTALLED, "nobody tried it on a test server yet");
        }
        return move(State.INSTALLED, at, test);
    }

    private Progress<CertificateRenewal> move(State to, Instant at, Evidence evidence) {
        return LIFECYCLE.move(course, to, at, evidence).into(this, CertificateRenewal::new);
    }
}
// guide
