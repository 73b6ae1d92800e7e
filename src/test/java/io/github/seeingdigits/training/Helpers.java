package io.github.seeingdigits.training;

/** Threads that help a team, for tests. */
final class Helpers {
    private Helpers() {}

    /** Lets so many threads join, and waits until they have. They leave when the team is closed. */
    static Team join(Team team, int helpers) {
        for (int i = 0; i < helpers; i++) {
            Thread helper = new Thread(team::help);
            helper.setDaemon(true);
            helper.start();
        }
        while (team.helpers() < helpers) {
            Thread.onSpinWait();
        }
        return team;
    }
}
