package io.neomt.permission;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rules by their first two segments: a hash table that is read without making a key. */
final class RuleTable {

    private static final int SHAPES = 4;

    /** Which of name.name, *.name, name.* and *.* there are, one bit each. */
    private final int shapes;

    private final @Nullable Rules[] slots;

    RuleTable(List<Rules> all) {
        this.slots = new Rules[Math.max(1, Integer.highestOneBit(all.size()) * 4)];
        int found = 0;
        for (Rules rules : all) {
            found |= 1 << shape(rules);
            slots[freeSlot(rules)] = rules;
        }
        this.shapes = found;
    }

    private static int shape(Rules rules) {
        return (isAny(rules.resource) ? 1 : 0) | (isAny(rules.action) ? 2 : 0);
    }

    private static boolean isAny(String segment) {
        return segment.equals(Segment.WILDCARD);
    }

    private int freeSlot(Rules rules) {
        int slot = slot(rules.resource, rules.action);
        while (slots[slot] != null) {
            slot = next(slot);
        }
        return slot;
    }

    Decision decide(Decision sofar, PermissionCode code, Way way, Circumstances circumstances) {
        Decision decision = sofar;
        for (int shape = 0; shape < SHAPES; shape++) {
            if ((shapes & 1 << shape) != 0 && !Verdicts.isFinal(decision)) {
                Rules rules = find(
                        (shape & 1) == 0 ? code.resource() : Segment.WILDCARD,
                        (shape & 2) == 0 ? code.action() : Segment.WILDCARD);
                decision = rules == null ? decision : rules.decide(decision, code.scope(), way, circumstances);
            }
        }
        return decision;
    }

    private @Nullable Rules find(String resource, String action) {
        int slot = slot(resource, action);
        for (Rules rules = slots[slot]; rules != null; rules = slots[slot]) {
            if (rules.resource.equals(resource) && rules.action.equals(action)) {
                return rules;
            }
            slot = next(slot);
        }
        return null;
    }

    private int slot(String resource, String action) {
        int hash = (31 * resource.hashCode() + action.hashCode()) * 0x9E3779B9;
        return (hash ^ hash >>> 16) & slots.length - 1;
    }

    private int next(int slot) {
        return slot + 1 & slots.length - 1;
    }
}
