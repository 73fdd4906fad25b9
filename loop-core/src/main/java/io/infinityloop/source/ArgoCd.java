package io.infinityloop.source;

import io.infinityloop.artifact.Deployment;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The history of an Argo CD application: the application as Kubernetes has it, or a notification with one in it, as
 * {@code {"app": …}}.
 *
 * <p>Each entry of the history is a deployment that succeeded. An operation that failed is none of them, and is told of
 * by its beginning; one that succeeded or goes on is told of by the history, now or later. A revision that is a hash is
 * a commit, mostly of the repository of configuration and not of what is deployed; another one is a version, such as
 * that of a chart. The images that run belong to the last entry, as soon as its operation has succeeded and all is
 * healthy. Health itself is no outcome of a deployment: it comes and goes.
 *
 * <p>The environment is the label {@code environment} or {@code env} of the application, else the name of the cluster,
 * unless that is the cluster of Argo CD itself, else the namespace.
 */
final class ArgoCd implements Format {
    private static final Pattern SHA = Pattern.compile("[0-9a-f]{40}");
    private static final Pattern IMAGE =
            Pattern.compile("(?<name>[^@]+?)(?::(?<tag>[^:/@]+))?(?:@(?<digest>sha256:[0-9a-f]{64}))?");
    private static final String OWN_CLUSTER = "in-cluster";
    private static final String APPLICATION = "application";
    private static final String NOTIFICATION = "notification";
    private static final Table TABLE = rows();

    private static Table rows() {
        Table.Builder table = Table.of(
                        "argocd", "https://argo-cd.readthedocs.io, the status of an Application v1alpha1")
                .source("argocd");
        history(table, APPLICATION, "");
        failure(table, APPLICATION, "");
        history(table, NOTIFICATION, "/app");
        failure(table, NOTIFICATION, "/app");
        return table.build();
    }

    private static void history(Table.Builder table, String type, String app) {
        String uid = "{^" + app + "/metadata/uid}";
        table.type(Deployment.KIND, type)
                .each(app + "/status/history")
                .fragment()
                .field(Field.ID, uid + "/{/id}")
                .field(Field.AT, "/deployStartedAt", "/deployedAt")
                .field(Field.FINISHED, "/deployedAt")
                .field(Field.HAPPENED, "/deployedAt")
                .field(Field.OUTCOME, "success")
                .field(Field.COMMITS, "/revisions/*", "/revision")
                .field(Field.TRIGGER, "automated")
                .when("/initiatedBy/automated", "true")
                .field(Field.TRIGGER, "manual")
                .when("/initiatedBy/username");
        place(table, app);
    }

    private static void failure(Table.Builder table, String type, String app) {
        String operation = app + "/status/operationState";
        table.type(Deployment.KIND, type)
                .only(operation + "/phase", "Failed", "Error")
                .fragment()
                .field(Field.ID, "{^" + app + "/metadata/uid}/{" + operation + "/startedAt}")
                .field(Field.AT, operation + "/startedAt")
                .field(Field.FINISHED, operation + "/finishedAt")
                .field(Field.HAPPENED, operation + "/finishedAt", operation + "/startedAt")
                .field(Field.OUTCOME, operation + "/phase")
                .field(
                        Field.COMMITS,
                        operation + "/syncResult/revisions/*",
                        operation + "/syncResult/revision",
                        operation + "/operation/sync/revisions/*",
                        operation + "/operation/sync/revision")
                .field(Field.TRIGGER, "automated")
                .when(operation + "/operation/initiatedBy/automated", "true")
                .field(Field.TRIGGER, "manual")
                .when(operation + "/operation/initiatedBy/username");
        place(table, app);
    }

    private static void place(Table.Builder table, String app) {
        table.field(Field.SERVICE, "^" + app + "/metadata/name")
                .field(
                        Field.ENVIRONMENT,
                        "^" + app + "/metadata/labels/environment",
                        "^" + app + "/metadata/labels/env",
                        "^" + app + "/spec/destination/name",
                        "^" + app + "/spec/destination/namespace");
    }

    @Override
    public Table table() {
        return TABLE;
    }

    @Override
    public Optional<String> type(Payload record) {
        if (isApplication(record, "")) {
            return Optional.of(APPLICATION);
        }
        return isApplication(record, "/app") ? Optional.of(NOTIFICATION) : Optional.empty();
    }

    @Override
    public void read(String type, Payload record, Consumer<? super Draft> drafts) throws RejectedRecordException {
        String app = type.equals(APPLICATION) ? "" : "/app";
        List<Draft> all = table().read(type, record);
        for (Draft draft : all) {
            revisions(draft);
            if (draft.text(Field.ENVIRONMENT, "").equals(OWN_CLUSTER)) {
                draft.remove(Field.ENVIRONMENT)
                        .put(
                                Field.ENVIRONMENT,
                                record.text(app + "/spec/destination/namespace").orElse(""));
            }
        }
        runs(record, app, all);
        all.forEach(drafts);
    }

    private static void revisions(Draft draft) throws RejectedRecordException {
        List<String> told = List.copyOf(draft.texts(Field.COMMITS));
        draft.remove(Field.COMMITS);
        for (String revision : told) {
            draft.put(SHA.matcher(revision).matches() ? Field.COMMITS : Field.VERSION, revision);
        }
    }

    /** What runs now is what the last operation brought, if it is through. */
    private static void runs(Payload record, String app, List<Draft> drafts) throws RejectedRecordException {
        String status = app + "/status";
        boolean isThrough =
                record.text(status + "/operationState/phase").orElse("").equals("Succeeded")
                        && record.text(status + "/health/status").orElse("").equals("Healthy");
        Optional<String> started = record.text(status + "/operationState/startedAt");
        int entries = record.each(status + "/history").size();
        if (!isThrough || started.isEmpty() || entries == 0) {
            return;
        }
        Payload last = record.each(status + "/history").get(entries - 1);
        if (last.text("/deployStartedAt").equals(started)) {
            List<String> images = record.texts(status + "/summary/images/*");
            Draft newest = drafts.get(entries - 1);
            for (String image : images) {
                image(newest, image, images.size() == 1);
            }
            if (!images.isEmpty()) {
                // The entry may have been told of before its images ran: this is more than that event said.
                newest.event("deployment/" + newest.id() + "/running");
            }
        }
    }

    private static void image(Draft draft, String image, boolean isOnly) throws RejectedRecordException {
        Matcher matcher = IMAGE.matcher(image);
        if (!matcher.matches()) {
            return;
        }
        if (isOnly && matcher.group("tag") != null && draft.text(Field.VERSION).isEmpty()) {
            draft.put(Field.VERSION, matcher.group("tag"));
        }
        String digest = matcher.group("digest");
        if (digest != null) {
            String name = matcher.group("name");
            draft.put(
                    Field.ARTIFACTS,
                    "pkg:oci/" + name.substring(name.lastIndexOf('/') + 1) + "@" + digest + "?repository_url=" + name);
            if (isOnly) {
                draft.put(Field.DIGEST, digest);
            }
        }
    }

    private static boolean isApplication(Payload record, String app) {
        return record.text(app + "/kind").orElse("").equals("Application")
                && record.text(app + "/apiVersion").orElse("").startsWith("argoproj.io/");
    }
}
