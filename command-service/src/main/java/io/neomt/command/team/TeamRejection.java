package io.neomt.command.team;

import io.neomt.command.kernel.RejectionCode;
import io.neomt.command.kernel.RejectionKind;

/** Why a command about a team is refused. */
public enum TeamRejection implements RejectionCode {
    TEAM_EXISTS(RejectionKind.CONFLICT, "A team with this id was created before."),
    TEAM_NOT_FOUND(RejectionKind.NOT_FOUND, "The tenant has no such team, or it was deleted."),
    TEAM_CYCLE(RejectionKind.RULE, "The team would stand below itself; the details give the path of team names."),
    TEAM_HAS_CHILDREN(
            RejectionKind.RULE, "There are teams below the team; move them first, or delete with children=move_up."),
    TEAM_TOO_LARGE(RejectionKind.RULE, "The team has too many members to be merged in one step.");

    private final RejectionKind kind;
    private final String meaning;

    TeamRejection(RejectionKind kind, String meaning) {
        this.kind = kind;
        this.meaning = meaning;
    }

    @Override
    public RejectionKind kind() {
        return kind;
    }

    @Override
    public String meaning() {
        return meaning;
    }
}
