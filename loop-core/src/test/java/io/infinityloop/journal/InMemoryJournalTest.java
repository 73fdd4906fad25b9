package io.infinityloop.journal;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.infinityloop.artifact.OperationRecord;
import io.infinityloop.event.Recorded;
import io.infinityloop.testkit.JournalContract;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class InMemoryJournalTest extends JournalContract {
    @Override
    protected Journal emptyJournal() {
        return InMemoryJournal.empty();
    }

    @Test
    void an_entry_has_a_place() {
        Recorded fact = Recorded.of("f", "test", OperationRecord.of("quiet", Instant.EPOCH, ""));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Entry(0, 1, fact))
                .withMessage("position 0 must be at least 1 and revision 1 at least 0");
        assertThatIllegalArgumentException().isThrownBy(() -> new Entry(1, -1, fact));
    }
}
