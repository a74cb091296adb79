package io.neomt.query.explain;

import io.neomt.permission.Source;
import io.neomt.query.explain.Holder.Kind;
import java.util.List;
import java.util.stream.Stream;

/** One step on the way from the user to a holder. */
record Step(Kind kind, String name) {

    /** All steps in their order; none when the user is the holder. */
    static List<Step> of(Source source) {
        return switch (source) {
            case Source.Direct _ -> List.of();
            case Source.Role(var path) -> of(Kind.ROLE, path).toList();
            case Source.Team(var teams, var roles) ->
                Stream.concat(of(Kind.TEAM, teams), of(Kind.ROLE, roles)).toList();
            case Source.Access _ -> List.of(new Step(Kind.ACCESS, ""));
            case Source.Platform(var there) ->
                Stream.concat(Stream.of(new Step(Kind.PLATFORM, "")), of(there).stream())
                        .toList();
        };
    }

    private static Stream<Step> of(Kind kind, List<String> names) {
        return names.stream().map(name -> new Step(kind, name));
    }
}
