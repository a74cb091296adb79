package io.neomt.query.scene;

import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Something that is asked of a tenant at one position; may be asked of several scenes, until one knows enough. */
public interface Question<T> {

    /** All that the question may look at; asked only when no scene at hand knows enough. */
    Needs needs();

    /** The answer in a scene; null where the scene does not know enough. */
    @Nullable
    T in(Scene scene);

    static <T> Question<T> of(Supplier<Needs> needs, Function<Scene, @Nullable T> answer) {
        return new Question<>() {
            @Override
            public Needs needs() {
                return needs.get();
            }

            @Override
            public @Nullable T in(Scene scene) {
                return answer.apply(scene);
            }
        };
    }
}
