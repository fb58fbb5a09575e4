package io.oceanid.adapter.triton;

import io.oceanid.adapter.model.Outcome;
import java.util.List;
import reactor.core.publisher.Mono;

/** Reads texts with one model, as its description says that it wants them. */
interface Reader {

    /** An outcome for each text, in their order; does not fail. */
    Mono<List<Outcome>> read(List<String> texts);
}
