package io.oceanid.sink.region;

import java.util.List;

/** An annotation's result, its items in their order. */
public record Result(List<Region> regions, List<Relation> relations) {

    public Result {
        regions = List.copyOf(regions);
        relations = List.copyOf(relations);
    }
}
