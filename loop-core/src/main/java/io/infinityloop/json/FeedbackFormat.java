package io.infinityloop.json;

import io.infinityloop.Stage;
import io.infinityloop.artifact.ArtifactKind;
import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.Feedback;
import io.infinityloop.artifact.FeedbackState;
import io.infinityloop.internal.json.FieldException;
import java.io.IOException;
import java.time.Instant;

final class FeedbackFormat implements ArtifactFormat<Feedback> {
    @Override
    public ArtifactKind kind() {
        return Feedback.KIND;
    }

    @Override
    public Class<Feedback> type() {
        return Feedback.class;
    }

    @Override
    public Feedback read(ArtifactMetadata metadata, Fields fields) throws FieldException {
        String text = fields.words("text");
        FeedbackState state = fields.word("state", FeedbackState.class);
        Stage from = fields.word("from", Stage.class);
        Stage to = fields.word("to", Stage.class);
        Instant receivedAt = fields.instantOrNull("receivedAt");
        String suspect = to.isBefore(from) ? "receivedAt" : "to";
        return fields.checked(suspect, () -> new Feedback(metadata, text, state, from, to, receivedAt));
    }

    @Override
    public void write(Feedback feedback, FieldWriter out) throws IOException {
        out.text("text", feedback.text());
        out.word("state", feedback.state());
        out.word("from", feedback.from());
        out.word("to", feedback.to());
        out.instant("receivedAt", feedback.receivedAt());
    }
}
