package io.neomt.migration.commandclient;

import io.neomt.commons.commandclient.CommandService;
import io.neomt.migration.run.Telling.Batch;
import java.io.IOException;
import java.io.UncheckedIOException;
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

    /**
     * @throws UncheckedIOException when it does not answer
     * @throws IllegalStateException when it cannot take anything now
     */
    @Override
    public boolean test(Batch batch) {
        CommandService.Reply reply;
        try {
            reply = service.post(
                    "/api/v1/admin/migrations/runs/" + batch.run() + "/steps",
                    "migration-steps:" + batch.key(),
                    batch.json());
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the command service does not answer: " + e.getClass().getSimpleName(), e);
        } catch (InterruptedException _) {
            // the process ends; the next one tells them
            Thread.currentThread().interrupt();
            return false;
        }
        return isHeard(reply);
    }

    private boolean isHeard(CommandService.Reply reply) {
        int status = reply.status();
        // a new token, or a service that is busy or starting, is no refusal
        if (status >= 500 || status == 401 || status == 429) {
            throw new IllegalStateException("the command service answered " + status);
        }
        boolean heard = status >= 200 && status < 300;
        if (!heard) {
            onRefusal.accept(
                    status + " " + OF_THIS_REQUEST.matcher(reply.body()).replaceAll(""));
        }
        return heard;
    }
}
