package io.infinityloop.artifact;

/**
 * What sort of work is planned. All sorts stand in the same backlog and pass the same eight stages.
 *
 * <p>Source: requirement FBK-13.
 *
 * @since 0.1
 */
public enum PlanItemKind {
    /** Something new for users. */
    FEATURE,
    /** Something that is wrong is put right. */
    FIX,
    /** Something to learn from, which may be taken back. */
    EXPERIMENT,
    /** Work on the inside that users do not see. */
    TECHNICAL,
    /** Work that running the service asks for, for example a certificate to renew. */
    OPERATIONAL,
    /** The source does not tell. */
    UNKNOWN
}
