package io.neomt.projection.rebuild;

/** Whoever has a view made anew. */
public interface Observer {

    void differs(Difference difference);

    /**
     * Asked again and again while a view is made.
     *
     * @throws StoppedException when nothing more is to be done
     */
    void goOn();
}
