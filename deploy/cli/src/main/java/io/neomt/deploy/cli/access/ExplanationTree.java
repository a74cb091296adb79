package io.neomt.deploy.cli.access;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Draws who holds what, from the user down; what decided is marked. */
final class ExplanationTree {

    private final PrintWriter out;

    ExplanationTree(PrintWriter out) {
        this.out = out;
    }

    void print(String user, JsonNode holder) {
        out.println(label(holder, user));
        below(holder, "");
    }

    private record Branch(String text, JsonNode holder) {}

    private void below(JsonNode holder, String indent) {
        List<Branch> branches = new ArrayList<>();
        holder.path("denials").forEach(item -> branches.add(new Branch("denial " + held(item), item)));
        holder.path("grants").forEach(item -> branches.add(new Branch("grant " + held(item), item)));
        holder.path("below").forEach(item -> branches.add(new Branch(label(item), item)));
        for (int i = 0; i < branches.size(); i++) {
            boolean last = i == branches.size() - 1;
            out.println(indent + (last ? "└─ " : "├─ ") + branches.get(i).text());
            below(branches.get(i).holder(), indent + (last ? "   " : "│  "));
        }
    }

    private static String label(JsonNode holder) {
        return label(holder, holder.path("name").asString(""));
    }

    private static String label(JsonNode holder, String name) {
        String kind = holder.path("kind").asString("");
        int others = holder.path("others").asInt();
        return (name.isEmpty() ? kind : kind + " " + name) + (others == 0 ? "" : "  (" + others + " of other actions)");
    }

    private static String held(JsonNode item) {
        StringBuilder text = new StringBuilder(item.path("permission").asString(""));
        JsonNode resource = item.path("resource");
        if (resource.isObject()) {
            text.append(" on ")
                    .append(resource.path("type").asString(""))
                    .append('/')
                    .append(resource.path("id").asString(""));
        }
        append(text, " from ", item.path("valid_from").asString(""));
        append(text, " until ", item.path("expires_at").asString(""));
        item.path("conditions").forEach(condition -> append(text, " if ", condition.asString("")));
        text.append("  ").append(item.path("outcome").asString("").replace('_', ' '));
        return item.path("decided").asBoolean() ? text + "  ◀ decides" : text.toString();
    }

    private static void append(StringBuilder text, String word, String value) {
        if (!value.isEmpty()) {
            text.append(word).append(value);
        }
    }
}
