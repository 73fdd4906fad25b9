/**
 * The core of the Infinity Loop: the words of the domain, what the stages produce, what happened, and the machine.
 *
 * <p>Read {@link io.infinityloop} first, then {@link io.infinityloop.artifact}, {@link io.infinityloop.event},
 * {@link io.infinityloop.journal} and {@link io.infinityloop.machine}; {@link io.infinityloop.journey} is the machine
 * with the order of the stages in its types, {@link io.infinityloop.watch} looks on, {@link io.infinityloop.picture}
 * draws, {@link io.infinityloop.rule} says what is true of measured values, {@link io.infinityloop.inventory} asks over
 * many artifacts, {@link io.infinityloop.release} knows versions and notes, {@link io.infinityloop.policy} judges a
 * deployment before it happens, {@link io.infinityloop.process} has what a rollout, a release or an incident goes
 * through, {@link io.infinityloop.pipeline} what machines put a change through, {@link io.infinityloop.gate} has
 * ready-made gates, {@link io.infinityloop.telemetry} asks what telemetry says, {@link io.infinityloop.jdbc} keeps a
 * journal in a database, {@link io.infinityloop.source} reads what teams already have, {@link io.infinityloop.export}
 * writes what others read, {@link io.infinityloop.catalogue} teaches. Only {@link io.infinityloop.json},
 * {@link io.infinityloop.jdbc}, {@link io.infinityloop.source}, {@link io.infinityloop.export} and
 * {@link io.infinityloop.catalogue} need Jackson; a tool that uses none of them can leave it out.
 */
module io.infinityloop {
    requires static transitive org.jspecify;
    requires java.xml;
    requires org.slf4j;
    requires static com.fasterxml.jackson.core;
    requires static com.fasterxml.jackson.databind;
    requires static transitive java.sql;

    exports io.infinityloop;
    exports io.infinityloop.artifact;
    exports io.infinityloop.catalogue;
    exports io.infinityloop.event;
    exports io.infinityloop.export;
    exports io.infinityloop.gate;
    exports io.infinityloop.inventory;
    exports io.infinityloop.jdbc;
    exports io.infinityloop.journal;
    exports io.infinityloop.journey;
    exports io.infinityloop.json;
    exports io.infinityloop.machine;
    exports io.infinityloop.picture;
    exports io.infinityloop.pipeline;
    exports io.infinityloop.policy;
    exports io.infinityloop.process;
    exports io.infinityloop.release;
    exports io.infinityloop.rule;
    exports io.infinityloop.source;
    exports io.infinityloop.telemetry;
    exports io.infinityloop.watch;
    exports io.infinityloop.webhook;
}
