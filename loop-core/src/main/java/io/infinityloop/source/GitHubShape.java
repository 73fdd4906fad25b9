package io.infinityloop.source;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Tells the type of a webhook of GitHub by what it holds. The first line that fits counts, so the lines go from what
 * holds much to what holds little: a deployment status also holds the deployment.
 *
 * @param type the type
 * @param places what must be there
 */
record GitHubShape(String type, List<String> places) {
    private static final List<GitHubShape> ALL = List.of(
            of("deployment_status", "/deployment_status/state", "/deployment/id"),
            of("workflow_job", "/workflow_job/run_id"),
            of("deployment_protection_rule", "/deployment_callback_url"),
            of("deployment_review", "/workflow_job_run"),
            of("deployment_review", "/workflow_job_runs"),
            of("deployment", "/deployment/id", "/deployment/sha"),
            of("workflow_run", "/workflow_run/head_sha"),
            of("pull_request_review", "/pull_request/number", "/review/state"),
            of("pull_request_review_comment", "/pull_request/number", "/comment"),
            of("pull_request_review_thread", "/pull_request/number", "/thread"),
            of("pull_request", "/pull_request/number", "/pull_request/head", "/action"),
            of("issue_comment", "/issue", "/comment"),
            of("discussion_comment", "/discussion", "/comment"),
            of("commit_comment", "/comment"),
            of("issues", "/issue/number", "/action"),
            of("discussion", "/discussion"),
            of("release", "/release/tag_name", "/action"),
            of("push", "/ref", "/before", "/after", "/commits"),
            of("create", "/ref", "/ref_type", "/master_branch"),
            of("delete", "/ref", "/ref_type"),
            of("status", "/sha", "/state", "/context"),
            of("check_run", "/check_run/id"),
            of("check_suite", "/check_suite/id"),
            of("code_scanning_alert", "/alert", "/commit_oid"),
            of("dependabot_alert", "/alert/dependency"),
            of("secret_scanning_alert", "/alert"),
            of("package", "/package"),
            of("registry_package", "/registry_package"),
            of("projects_v2_item", "/projects_v2_item"),
            of("projects_v2", "/projects_v2"),
            of("milestone", "/milestone"),
            of("label", "/label"),
            of("merge_group", "/merge_group"),
            of("fork", "/forkee"),
            of("gollum", "/pages"),
            of("page_build", "/build"),
            of("ping", "/zen"),
            of("star", "/starred_at"),
            of("repository_dispatch", "/client_payload"),
            of("workflow_dispatch", "/workflow", "/inputs"),
            of("member", "/member"));

    private static final Set<String> OF_REPOSITORIES =
            Set.of("action", "changes", "enterprise", "installation", "organization", "repository", "sender");

    private static final List<String> READ = List.of(
            "push",
            "pull_request",
            "pull_request_review",
            "workflow_run",
            "workflow_job",
            "deployment",
            "deployment_status",
            "release",
            "create",
            "issues");

    /** The types that say nothing about the loop that another does not say better. */
    static final Set<String> IGNORED = ignored();

    private static GitHubShape of(String type, String... places) {
        return new GitHubShape(type, Arrays.asList(places));
    }

    private static Set<String> ignored() {
        Set<String> types = new TreeSet<>(List.of(
                "branch_protection_configuration",
                "branch_protection_rule",
                "deploy_key",
                "github_app_authorization",
                "installation",
                "installation_repositories",
                "installation_target",
                "marketplace_purchase",
                "membership",
                "meta",
                "org_block",
                "organization",
                "personal_access_token_request",
                "project",
                "project_card",
                "project_column",
                "public",
                "repository",
                "repository_advisory",
                "repository_import",
                "repository_ruleset",
                "repository_vulnerability_alert",
                "secret_scanning_alert_location",
                "security_advisory",
                "security_and_analysis",
                "sponsorship",
                "sub_issues",
                "team",
                "team_add",
                "watch"));
        ALL.forEach(shape -> types.add(shape.type));
        READ.forEach(types::remove);
        return types;
    }

    /** {@return the type; empty if this is no webhook of GitHub} */
    static Optional<String> type(Payload record) {
        // The records of GitLab have an object_kind, those of Bitbucket an actor, and are much like these.
        boolean isOurs = !record.has("/object_kind")
                && !record.has("/actor")
                && (record.has("/repository/full_name")
                        || (record.has("/sender/id") && record.has("/organization/id")));
        if (!isOurs) {
            return Optional.empty();
        }
        if (record.has("/action") && OF_REPOSITORIES.containsAll(record.names(""))) {
            return Optional.of("repository");
        }
        return ALL.stream()
                .filter(shape -> shape.places.stream().allMatch(record::has))
                .map(GitHubShape::type)
                .findFirst();
    }
}
