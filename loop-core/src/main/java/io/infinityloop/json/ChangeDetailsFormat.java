package io.infinityloop.json;

import io.infinityloop.artifact.AssetKind;
import io.infinityloop.artifact.ChangeDetails;
import io.infinityloop.artifact.ChangeDetails.Lines;
import io.infinityloop.artifact.ChangeDetails.Reversibility;
import io.infinityloop.artifact.ChangeKind;
import io.infinityloop.internal.json.FieldException;
import java.io.IOException;
import java.util.List;

/** What a change says about itself: fields of the commit or pull request itself. */
final class ChangeDetailsFormat {
    private ChangeDetailsFormat() {}

    static ChangeDetails read(Fields fields) throws FieldException {
        Lines lines = fields.has("lines") ? lines(fields.object("lines")) : null;
        String branch = fields.idOrEmpty("branch");
        String intent = fields.prose("intent");
        Reversibility reversibility = fields.word("reversibility", Reversibility.class, Reversibility.UNKNOWN);
        ChangeKind change = fields.word("change", ChangeKind.class, ChangeKind.UNKNOWN);
        boolean isBreaking = fields.has("breaking") && fields.flag("breaking");
        List<AssetKind> assets = fields.wordList("assets", AssetKind.class);
        ChangeDetails details = new ChangeDetails(lines, branch, intent, reversibility, change, isBreaking, assets);
        // A log of many commits holds the same nothing only once.
        return details.equals(ChangeDetails.UNKNOWN) ? ChangeDetails.UNKNOWN : details;
    }

    private static Lines lines(Fields fields) throws FieldException {
        return new Lines(fields.count("added"), fields.count("deleted"));
    }

    static void write(ChangeDetails details, FieldWriter out) throws IOException {
        Lines lines = details.lines();
        if (lines != null) {
            out.open("lines");
            out.number("added", lines.added());
            out.number("deleted", lines.deleted());
            out.close();
        }
        out.prose("branch", details.branch());
        out.prose("intent", details.intent());
        out.word("reversibility", details.reversibility(), Reversibility.UNKNOWN);
        out.word("change", details.change(), ChangeKind.UNKNOWN);
        if (details.isBreaking()) {
            out.flag("breaking", true);
        }
        out.list("assets", details.assets());
    }
}
