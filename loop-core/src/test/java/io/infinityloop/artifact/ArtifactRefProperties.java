package io.infinityloop.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;

class ArtifactRefProperties {
    @Property
    void what_is_written_is_read(
            @ForAll @AlphaChars @StringLength(min = 1, max = 20) String kind,
            @ForAll @StringLength(min = 1, max = 60) String id) {
        Assume.that(!id.isBlank());
        ArtifactRef ref = new ArtifactRef(kind, id);
        assertThat(ArtifactRef.parse(ref.toString())).isEqualTo(ref);
    }
}
