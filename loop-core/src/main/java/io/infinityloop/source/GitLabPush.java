package io.infinityloop.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a push says of the order of its commits. */
final class GitLabPush {
    private GitLabPush() {}

    /** Says of the commits of a push onto the default branch what they follow; elsewhere history is rewritten. */
    static void follow(Payload record, List<Draft> commits) throws RejectedRecordException {
        Optional<String> main = record.text("/project/default_branch").map("refs/heads/"::concat);
        if (main.isEmpty() || !main.equals(record.text("/ref"))) {
            return;
        }
        List<String> before = new ArrayList<>();
        record.text("/before").filter(hash -> !hash.matches("0+")).ifPresent(before::add);
        for (int i = 0; i < commits.size(); i++) {
            Draft commit = commits.get(i);
            boolean joins =
                    i == commits.size() - 1 && commit.text(Field.TITLE, "").startsWith("Merge ");
            List<String> parents =
                    joins || before.isEmpty() ? before : before.subList(before.size() - 1, before.size());
            for (String parent : parents) {
                commit.put(Field.PARENTS, parent);
            }
            before.add(commit.id());
        }
    }

    /** {@return how many commits the push counts and does not tell} */
    static Map<String, Long> untold(Payload record) {
        long told = record.each("/commits").size();
        long all = record.text("/total_commits_count")
                .filter(count -> count.matches("\\d{1,9}"))
                .map(Long::parseLong)
                .orElse(told);
        return all > told ? Map.of("commits of pushes", all - told) : Map.of();
    }
}
