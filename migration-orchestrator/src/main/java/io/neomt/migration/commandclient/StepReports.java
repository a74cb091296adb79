package io.neomt.migration.commandclient;

import io.neomt.commons.commandclient.CommandService;
import io.neomt.migration.run.Telling.Batch;
import java.io.IOException;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Each step becomes an event through the command service.
 *
 * @param onRefusal told what it answered to steps that it will never take; they are kept
 */
public record StepReports(CommandService service, Consumer<String> onRefusal) implements Predicate<Batch> {

    private static final Pattern OF_THIS_REQUEST = Pattern.compile("\"meta\".*", Pattern.DOTALL);

    @Override
    public boolean test(Batch batch) {
        try {
            CommandService.Reply reply = service.post(
                    "/api/v1/admin/migrations/runs/" + batch.run() + "/steps",
                    "migration-steps:" + batch.key(),
                    batch.json());
            boolean heard = reply.status() >= 200 && reply.status() < 300;
            // a new token, or a service that is busy or starting, is no refusal
            if (!heard && reply.status() < 500 && reply.status() != 401 && reply.status() != 429) {
                onRefusal.accept(reply.status() + " "
                        + OF_THIS_REQUEST.matcher(reply.body()).replaceAll(""));
            }
            return heard;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
