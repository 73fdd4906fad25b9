package io.infinityloop.json;

import io.infinityloop.Outcome;
import io.infinityloop.artifact.ArtifactKind;
import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.ArtifactRef;
import io.infinityloop.artifact.BuildResult;
import io.infinityloop.artifact.ChangeDetails;
import io.infinityloop.artifact.PullRequest;
import io.infinityloop.artifact.Review;
import io.infinityloop.internal.json.FieldException;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

final class PullRequestFormat implements ArtifactFormat<PullRequest> {
    @Override
    public ArtifactKind kind() {
        return PullRequest.KIND;
    }

    @Override
    public Class<PullRequest> type() {
        return PullRequest.class;
    }

    @Override
    public PullRequest read(ArtifactMetadata metadata, Fields fields) throws FieldException {
        String title = fields.prose("title");
        PullRequest.Status status = fields.word("status", PullRequest.Status.class);
        Instant closedAt = fields.instantOrNull("closedAt");
        List<Review> reviews = fields.objects("reviews", PullRequestFormat::review);
        BuildResult build = fields.has("build") ? build(fields.object("build")) : null;
        ChangeDetails details = ChangeDetailsFormat.read(fields);
        return fields.checked(
                "closedAt", () -> new PullRequest(metadata, title, status, closedAt, reviews, build, details));
    }

    private static Review review(Fields fields) throws FieldException {
        return new Review(
                fields.instant("at"),
                fields.word("verdict", Review.Verdict.class),
                fields.id("role"),
                fields.flag("byAuthor"));
    }

    private static BuildResult build(Fields fields) throws FieldException {
        return new BuildResult(fields.value("ref", ArtifactRef::parse), fields.word("outcome", Outcome.class));
    }

    @Override
    public void write(PullRequest pullRequest, FieldWriter out) throws IOException {
        out.prose("title", pullRequest.title());
        out.word("status", pullRequest.status());
        out.instant("closedAt", pullRequest.closedAt());
        out.objects("reviews", pullRequest.reviews(), review -> {
            out.instant("at", review.at());
            out.word("verdict", review.verdict());
            out.text("role", review.role());
            out.flag("byAuthor", review.isByAuthor());
        });
        BuildResult build = pullRequest.build();
        if (build != null) {
            out.open("build");
            out.text("ref", build.build().toString());
            out.word("outcome", build.outcome());
            out.close();
        }
        ChangeDetailsFormat.write(pullRequest.details(), out);
    }
}
