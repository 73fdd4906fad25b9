package io.infinityloop.metrics.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The hooks that GitLab sends; of what a deployment is for it knows nothing. */
final class GitLabStory implements Story {
    private final List<String> hooks = new ArrayList<>();

    @Override
    public Map<String, String> untold() {
        return Map.of(
                "dora.deployment-rework-rate", "nobody said what the 4 production deployments in this window were for");
    }

    @Override
    public List<String> records() {
        hooks.clear();
        push("0000", commit("b0", "Begin", "05 10:00"));
        deployment(10, "production", "b0", "05 11:50", "05 12:00", "success");
        change(1, "b0", "06 08:00", "06 10:00");
        hook(
                "pipeline",
                "'object_attributes':{'id':31,'ref':'main','sha':'m1','status':'success',"
                        + at("created_at", "06 10:05") + at("finished_at", "06 10:15") + "'x':0}");
        deployment(11, "staging", "m1", "06 10:20", "06 10:25", "success");
        deployment(12, "production", "m1", "06 12:00", "06 12:10", "success");
        change(2, "m1", "07 07:10", "07 11:00");
        deployment(13, "production", "m2", "07 13:00", "07 13:10", "success");
        incident("open", "opened", "07 13:30");
        change(3, "m2", "07 14:00", "07 14:30");
        deployment(14, "production", "m3", "07 15:00", "07 15:10", "success");
        incident("close", "closed", "07 15:10");
        change(4, "m3", "08 09:00", "08 10:00");
        deployment(15, "production", "m4", "08 11:00", "08 11:10", "failed");
        deployment(16, "production", "m4", "08 12:00", "08 12:10", "success");
        return List.copyOf(hooks);
    }

    private void change(int number, String before, String written, String merged) {
        request(number, "open", "opened", written, written, "");
        request(number, "merge", "merged", written, merged, "'merge_commit_sha':'m" + number + "',");
        String title = "Merge branch 'card' into 'main'".replace("'", "\\u0027");
        push(before, commit("a" + number, "Pay by card", written), commit("m" + number, title, merged));
    }

    private void request(int number, String action, String state, String opened, String updated, String more) {
        hook(
                "merge_request",
                "'object_attributes':{'iid':" + number + ",'title':'Pay by card','state':'" + state
                        + "','action':'" + action + "'," + more + at("created_at", opened) + at("updated_at", updated)
                        + "'last_commit':{'id':'a" + number + "'}}");
    }

    private void push(String before, String... commits) {
        hook("push", "'ref':'refs/heads/main','before':'" + before + "','commits':[" + String.join(",", commits) + "]");
    }

    private static String commit(String id, String title, String written) {
        return "{'id':'" + id + "'," + at("timestamp", written) + "'title':'" + title + "'}";
    }

    /** The hook of the beginning and that of the end. */
    private void deployment(int id, String environment, String commit, String from, String to, String status) {
        deployment(id, environment, commit, from, "running");
        deployment(id, environment, commit, to, status);
    }

    private void deployment(int id, String environment, String commit, String time, String status) {
        hook(
                "deployment",
                "'deployment_id':" + id + ",'environment':'" + environment + "','environment_tier':'"
                        + environment + "','status':'" + status + "'," + at("status_changed_at", time)
                        + "'commit_url':'https://git.example/acme/shop/-/commit/" + commit + "'");
    }

    private void incident(String action, String state, String time) {
        hook(
                "work_item",
                "'object_attributes':{'iid':7,'type':'Incident','title':'The checkout is down','state':'"
                        + state + "','action':'" + action + "'," + at("created_at", "07 13:30") + at("updated_at", time)
                        + "'severity':'high'}");
    }

    /** An instant as GitLab writes it, here two hours ahead of UTC. */
    private static String at(String name, String time) {
        int hour = Integer.parseInt(time.substring(3, 5)) + 2;
        return "'%s':'2026-07-%s %02d%s:00 +0200',".formatted(name, time.substring(0, 2), hour, time.substring(5));
    }

    private void hook(String kind, String rest) {
        hooks.add(("{'object_kind':'" + kind
                        + "','project':{'path_with_namespace':'acme/shop','default_branch':'main'}," + rest + "}")
                .replace('\'', '"'));
    }
}
