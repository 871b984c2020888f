package nl.leercirkel.job;

import nl.leercirkel.job.JobTestNode.Script;
import nl.leercirkel.job.JobTestNode.ScriptedKind;
import org.springframework.boot.WebApplicationType;

/** A node in a JVM of its own, that begins a job and is then killed in the middle of it. */
final class JobCrashProgram {
    private JobCrashProgram() {}

    public static void main(String[] arguments) throws InterruptedException {
        JobTestNode node = JobTestNode.start(arguments[0], WebApplicationType.NONE);
        for (ScriptedKind kind : new ScriptedKind[] {ScriptedKind.RESTARTABLE, ScriptedKind.ONCE}) {
            Script.BEHAVIOURS.put(kind.name(), (script, progress) -> {
                progress.update(1, 2, "Eerste helft");
                Thread.sleep(Long.MAX_VALUE);
                throw new AssertionError("This node is killed before");
            });
            node.begin(JobTestNode.ANNA, new Script(kind.name(), 1), kind);
        }
        Thread.sleep(Long.MAX_VALUE);
    }
}
