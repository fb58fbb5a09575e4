package io.oceanid.bootstrapper.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

class LongSetTest {

    @Property
    void itHasWhatWasAddedAndNothingElse(@ForAll @Size(max = 3_000) List<Long> numbers, @ForAll long other) {
        LongSet set = new LongSet();
        Set<Long> expected = new HashSet<>();

        assertThat(set.isEmpty()).isTrue();
        for (long number : numbers) {
            assertThat(set.add(number)).isEqualTo(expected.add(number));
        }

        assertThat(numbers).allMatch(set::contains);
        assertThat(set.contains(other)).isEqualTo(expected.contains(other));
        assertThat(set.isEmpty()).isEqualTo(numbers.isEmpty());
    }
}
